//! The participant's document: `index.html`.

fn main() {
    barometer_app::pages::phone::mount();
}
