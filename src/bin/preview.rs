//! What a phone will show of a webinar that is being prepared, in a frame of the vendor's page: `preview.html`.

fn main() {
    barometer_app::phone::mount_preview();
}
