//! Comments under requests. What a commit changes is announced by the store.

use barometer_domain::comment::{CommentCommand, CommentId, CommentKind, CommentText};
use barometer_domain::ids::RequestId;

use super::Rooms;
use crate::store::{CommentWriter, StoreError};

impl Rooms {
    /// Takes a comment in; it waits for the vendor.
    pub async fn comment(
        &self,
        writer: CommentWriter,
        request: RequestId,
        kind: CommentKind,
        text: CommentText,
        wishes_name: bool,
    ) -> Result<(), StoreError> {
        self.store
            .comment(writer, request, kind, text, wishes_name)
            .await
    }

    /// Deletes an own comment.
    pub async fn delete_comment(
        &self,
        writer: CommentWriter,
        request: RequestId,
        comment: CommentId,
    ) -> Result<(), StoreError> {
        self.store.delete_comment(writer, request, comment).await
    }

    /// Carries out what the vendor does with a comment.
    pub async fn moderate_comment(
        &self,
        request: RequestId,
        command: CommentCommand,
    ) -> Result<(), StoreError> {
        self.store.moderate_comment(request, command).await
    }
}
