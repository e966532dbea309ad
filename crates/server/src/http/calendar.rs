//! A webinar as an appointment in anyone's calendar (RFC 5545).

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::preparation::Preparation;
use barometer_domain::wire::Problem;
use barometer_text::appointment;
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::Site;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use crate::rooms::Rooms;
use crate::store::WebinarPreparation;

/// The webinar as a file that calendars read; a later edition takes the place of an earlier one.
#[utoipa::path(get, path = "/webinars/{code}/webinar.ics", params(("code" = String, Path)),
    responses((status = 200, content_type = "text/calendar"), (status = 404, body = Problem)))]
pub(super) async fn appointment(
    here: WebinarAccess,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let code = here.code;
    let invited_only = rooms
        .store()
        .course(here.room.webinar())
        .await?
        .invited_only;
    let prepared = rooms.prepared(&code).await?;
    let key = rooms.store().vendor_key().await?;
    let link = site.join_url(&code, key.as_ref());
    let said = appointment::description(
        prepared.preparation.language,
        &link,
        &prepared.code,
        prepared.fictional,
        invited_only,
        key.is_some(),
    );
    let event = event(&prepared, &site, &link, &said);
    let calendar = Calendar::empty()
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Barometer//DA"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .push(event)
        .done();
    let name = format!("attachment; filename=\"webinar-{code}.ics\"");
    let name = HeaderValue::try_from(name).map_err(|_| ApiError::not_found())?;
    let fixed = HeaderValue::from_static;
    let headers = [
        (header::CONTENT_TYPE, fixed("text/calendar; charset=utf-8")),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, fixed("no-cache")),
    ];
    Ok((headers, calendar.to_string()).into_response())
}

fn event(webinar: &WebinarPreparation, site: &Site, link: &str, said: &str) -> Event {
    let Preparation {
        title,
        date,
        starts,
        ends,
        ..
    } = &webinar.preparation;
    let host = site.public_url.split("//").last().unwrap_or_default();
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", webinar.code))
        .sequence(webinar.edition)
        .timestamp(Utc::now())
        .summary(title)
        .description(said)
        .location(link)
        .url(link);
    if let Some(starts) = in_utc(*date, *starts) {
        event.starts(starts);
    }
    // A file can have brought a webinar that ends before it begins.
    if let Some(ends) = in_utc(*date, *ends).filter(|_| ends > starts) {
        event.ends(ends);
    }
    event.done()
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
