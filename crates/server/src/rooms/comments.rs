//! Comments. What a commit changes is announced by the store.

use barometer_domain::comment::{
    CommentId, CommentKind, CommentModeration, CommentSubject, CommentText,
};

use super::Rooms;
use crate::store::{CommentWriter, StoreError};

impl Rooms {
    /// Takes a comment in; it waits for the vendor.
    pub async fn comment(
        &self,
        writer: CommentWriter,
        under: CommentSubject,
        kind: CommentKind,
        text: CommentText,
        wishes_name: bool,
    ) -> Result<(), StoreError> {
        self.store
            .comment(writer, under, kind, text, wishes_name)
            .await
    }

    /// Deletes an own comment.
    pub async fn delete_comment(
        &self,
        writer: CommentWriter,
        under: CommentSubject,
        comment: CommentId,
    ) -> Result<(), StoreError> {
        self.store.delete_comment(writer, under, comment).await
    }

    /// Carries out what the vendor does with a comment.
    pub async fn moderate_comment(&self, what: CommentModeration) -> Result<(), StoreError> {
        self.store.moderate_comment(what).await
    }
}
