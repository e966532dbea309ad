//! A webinar, and a meeting of the forum, as an appointment in anyone's calendar (RFC 5545).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::catalogue::Reality;
use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::forum::{MeetingId, MeetingRow, MeetingState};
use barometer_domain::ids::WebinarCode;
use barometer_domain::preparation::Preparation;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::Route;
use barometer_domain::wire::Problem;
use barometer_text::forum::ForumText;
use barometer_text::{Language, appointment};
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use super::Site;
use super::articles::ReaderLanguage;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use super::reckoned::MayReckon;
use crate::rooms::Rooms;
use crate::store::WebinarPreparation;

/// The webinar as a file that calendars read; a later edition takes the place of an earlier one.
#[utoipa::path(get, path = "/webinars/{code}/webinar.ics", params(("code" = String, Path)),
    responses((status = 200, content_type = "text/calendar"), (status = 404, body = Problem),
    (status = 429, body = Problem)))]
pub(super) async fn appointment(
    _: MayReckon,
    here: WebinarAccess,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let code = here.code;
    let appointment = Appointment::load(&rooms, &site, here.room.webinar()).await?;
    let file = appointment.file("PUBLISH", None);
    download(&format!("webinar-{code}.ics"), file)
}

/// A meeting of the forum that everybody may know of; one that was called off says so to the calendars that have it.
pub(super) async fn forum_meeting(
    _: MayReckon,
    Path(meeting): Path<u32>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let desk = rooms.store().forum().await?;
    let row = desk.meeting(MeetingId(meeting));
    let row = row.filter(|row| row.meeting.state != MeetingState::Draft);
    let row = row.ok_or_else(ApiError::not_found)?;
    let is_cancelled = row.meeting.state == MeetingState::Cancelled;
    let method = if is_cancelled { "CANCEL" } else { "PUBLISH" };
    let file = file(method, meeting_event(row, &site, language));
    download(&format!("forum-{}.ics", row.meeting.date), file)
}

fn meeting_event(row: &MeetingRow, site: &Site, language: Language) -> Event {
    let meeting = &row.meeting;
    let page = site.address(&Route::Forum);
    let mut event = Event::new();
    event
        .uid(&format!("forum-{}@{}", row.id.0, site.host()))
        // A calendar takes what has a higher number than what it has.
        .sequence(row.edition)
        .timestamp(Utc::now())
        .summary(&ForumText::Title.say(language))
        .description(&page)
        .url(&page);
    if !meeting.place.is_empty() {
        event.location(&meeting.place);
    }
    if meeting.state == MeetingState::Cancelled {
        event.status(EventStatus::Cancelled);
    }
    if let Some(starts) = in_utc(meeting.date, meeting.starts) {
        event.starts(starts);
    }
    if let Some(ends) = in_utc(meeting.date, meeting.ends) {
        event.ends(ends);
    }
    event.done()
}

/// A calendar with one event, for whoever downloads it or gets it by mail.
fn file(method: &str, event: Event) -> String {
    Calendar::empty()
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Barometer//DA"))
        .append_property(Property::new("METHOD", method))
        .push(event)
        .done()
        .to_string()
}

fn download(name: &str, file: String) -> Result<Response, ApiError> {
    let name = format!("attachment; filename=\"{name}\"");
    let name = HeaderValue::try_from(name).map_err(|_| ApiError::not_found())?;
    let fixed = HeaderValue::from_static;
    let headers = [
        (header::CONTENT_TYPE, fixed("text/calendar; charset=utf-8")),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, fixed("no-cache")),
    ];
    Ok((headers, file).into_response())
}

/// A webinar as it stands in calendars.
pub(super) struct Appointment {
    webinar: WebinarPreparation,
    host: String,
    link: String,
    invited_only: bool,
    has_key: bool,
}

/// Who is invited to it by mail.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guest<'a> {
    /// The address that the mail comes from.
    pub(super) organizer: &'a str,
    /// The guest's address.
    pub(super) email: &'a str,
    /// The guest's own link; empty where there is none.
    pub(super) link: &'a str,
}

impl Appointment {
    pub(super) async fn load(rooms: &Rooms, site: &Site, webinar: i64) -> Result<Self, ApiError> {
        let course = rooms.store().course(webinar).await?;
        // A copy to practise on is nothing that anybody comes to.
        if course.plan.reality == Reality::Rehearsal {
            return Err(Refusal::UnknownWebinar.into());
        }
        let webinar = rooms.store().prepared(webinar).await?;
        let key = rooms.store().vendor_key().await?;
        Ok(Self {
            link: site.join_url(&webinar.code, key.as_ref()),
            host: site.host().to_owned(),
            has_key: key.is_some(),
            invited_only: course.invited_only,
            webinar,
        })
    }

    /// The code with which the webinar is joined.
    pub(super) fn code(&self) -> &WebinarCode {
        &self.webinar.code
    }

    /// The language of the webinar's texts.
    pub(super) fn language(&self) -> Language {
        self.webinar.preparation.language
    }

    /// The file, for everyone or for one guest (RFC 5546): `PUBLISH` it, `REQUEST` that the guest comes, or `CANCEL` it.
    pub(super) fn file(&self, method: &str, guest: Option<Guest<'_>>) -> String {
        file(method, self.event(method, guest))
    }

    fn event(&self, method: &str, guest: Option<Guest<'_>>) -> Event {
        let Preparation {
            title,
            date,
            starts,
            ends,
            language,
            ..
        } = &self.webinar.preparation;
        let own = guest
            .map(|guest| guest.link)
            .filter(|link| !link.is_empty());
        let link = own.unwrap_or(&self.link);
        // Whoever has a link of their own is not told to look for it.
        let invited_only = self.invited_only && own.is_none();
        let (code, fictional) = (&self.webinar.code, self.webinar.fictional);
        let said =
            appointment::description(*language, link, code, fictional, invited_only, self.has_key);
        let is_cancelled = method == "CANCEL";
        let mut event = Event::new();
        event
            .uid(&format!("{code}@{}", self.host))
            // A calendar takes what has a higher number than what it has.
            .sequence(self.webinar.edition + u32::from(is_cancelled))
            .timestamp(Utc::now())
            .summary(title)
            .description(&said)
            .location(link)
            .url(link);
        if is_cancelled {
            event.status(EventStatus::Cancelled);
        }
        if let Some(guest) = guest {
            event.add_property("ORGANIZER", format!("mailto:{}", guest.organizer));
            let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", guest.email));
            attendee.add_parameter("ROLE", "REQ-PARTICIPANT");
            event.append_multi_property(attendee);
        }
        if let Some(starts) = in_utc(*date, *starts) {
            event.starts(starts);
        }
        // A file can have brought a webinar that ends before it begins.
        if let Some(ends) = in_utc(*date, *ends).filter(|_| ends > starts) {
            event.ends(ends);
        }
        event.done()
    }
}

/// A time in Denmark as calendars take it.
fn in_utc(date: Date, time: TimeOfDay) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(date.at_millis(time))
}

#[cfg(test)]
mod tests {
    use barometer_domain::date::danish_offset_millis;
    use chrono::{Duration, NaiveDate, Offset};
    use chrono_tz::Europe::Copenhagen;

    use super::*;

    #[test]
    fn danish_time_follows_the_seasons() {
        for (date, time, utc) in [
            ("2026-06-18", "13:00", "2026-06-18T11:00:00+00:00"),
            ("2026-12-03", "13:00", "2026-12-03T12:00:00+00:00"),
            ("2026-01-01", "00:30", "2025-12-31T23:30:00+00:00"),
            ("2026-03-29", "02:30", "2026-03-29T01:30:00+00:00"),
            ("2026-10-25", "02:30", "2026-10-25T00:30:00+00:00"),
        ] {
            let found = in_utc(date.parse().unwrap(), time.parse().unwrap());
            assert_eq!(found.unwrap().to_rfc3339(), utc);
        }
    }

    /// The same from the time zone's table. What stands twice on the night the clocks go back is the first; what the
    /// night in spring leaves out is as long after the hour before.
    fn by_time_zone(date: Date, time: TimeOfDay) -> DateTime<Utc> {
        let (year, month, day) = date.parts();
        let (hour, minute) = time.parts();
        let local = NaiveDate::from_ymd_opt(year, month.into(), day.into()).unwrap();
        let local = local.and_hms_opt(hour.into(), minute.into(), 0).unwrap();
        let known = local.and_local_timezone(Copenhagen).earliest();
        let known = known.map(|time| time.with_timezone(&Utc));
        known.unwrap_or_else(|| (local - Duration::hours(1)).and_utc())
    }

    /// The domain's own rule for Danish days, held against the time zone's table: every quarter of an hour of 40 years.
    #[test]
    fn danish_days_are_those_of_the_time_zone() {
        let quarter = 15 * 60 * 1000;
        let (from, to) = (946_684_800_000_i64, 2_114_380_800_000);
        for at in (from..to).step_by(quarter) {
            let there = DateTime::from_timestamp_millis(at).unwrap();
            let there = there.with_timezone(&Copenhagen);
            let offset = i64::from(there.offset().fix().local_minus_utc()) * 1000;
            assert_eq!(danish_offset_millis(at), offset, "{there}");
        }
        let first: Date = "2000-01-01".parse().unwrap();
        for days in 0..365 * 40 {
            let date = first.plus_days(days);
            for time in ["00:00", "01:30", "02:30", "03:00", "12:15"] {
                let time = time.parse().unwrap();
                let expected = by_time_zone(date, time);
                assert_eq!(in_utc(date, time), Some(expected), "{date} {time}");
            }
        }
    }
}
