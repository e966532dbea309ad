//! The participant's document: `index.html`.

/// A tenth of the code of the standard library's allocator, which every participant would download.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    barometer_app::phone::mount();
}
