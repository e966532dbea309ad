//! The result as one picture, drawn on a canvas: what a presenter pastes into the chat.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::support_bars::{CutLine, RowStanding, SupportRow};

const WIDTH: f64 = 1600.0;
const HEIGHT: f64 = 900.0;
const MARGIN: f64 = 64.0;
const FONT: &str = "\"Atkinson Hyperlegible Next\", system-ui, sans-serif";
const TITLE: f64 = 610.0;
const BAR_AT: f64 = 700.0;
const BAR: f64 = 470.0;
const ROWS_AT: f64 = 218.0;
const ROW: f64 = 72.0;

/// A picture is seen by others on any background, so it is always light.
mod colour {
    pub(super) const PAPER: &str = "#f6f4ee";
    pub(super) const INK: &str = "#10212b";
    pub(super) const FAINT: &str = "#4a5b64";
    pub(super) const TRACK: &str = "#ebe7dc";
    pub(super) const AHEAD: &str = "#0b5f66";
    pub(super) const BEHIND: &str = "#7fb3b3";
    pub(super) const TIED: &str = "#e39a12";
}

/// All that the picture says, already written the reader's way.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultPicture {
    /// The title of the webinar that the result is of.
    pub webinar: String,
    /// What was asked, as the projector had it.
    pub heading: String,
    /// How many voted, in one or two lines.
    pub turnout: [String; 2],
    /// The rows from the first place on, at most eight.
    pub rows: Vec<(SupportRow, RowStanding)>,
    /// The line below those that go on.
    pub cut: Option<CutLine>,
    /// That there are more rows.
    pub more: Option<String>,
    /// That the result binds nobody, and who can see what.
    pub promise: String,
    /// "Opdigtede eksempeldata" or "Øvelse", where it is.
    pub marks: Vec<String>,
}

/// Draws it, as wide as there is room.
#[component]
pub(crate) fn ResultCanvas(
    /// All that the picture says, ready to be drawn.
    picture: ResultPicture,
    /// Its text alternative.
    #[prop(into)]
    label: String,
    /// The drawn canvas, to be copied or saved.
    canvas: NodeRef<html::Canvas>,
) -> impl IntoView {
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            // Without a context the picture stays empty; the text beside it says the same.
            let _ = draw_picture(&canvas, &picture);
        }
    });
    view! {
        <canvas
            class="result-picture"
            width=WIDTH.to_string()
            height=HEIGHT.to_string()
            role="img"
            aria-label=label
            node_ref=canvas
        ></canvas>
    }
}

fn draw_picture(canvas: &HtmlCanvasElement, picture: &ResultPicture) -> Result<(), JsValue> {
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let pen = PicturePen(context.dyn_into()?);
    pen.0.set_fill_style_str(colour::PAPER);
    pen.0.fill_rect(0.0, 0.0, WIDTH, HEIGHT);

    pen.write(
        &picture.webinar,
        MARGIN,
        84.0,
        26.0,
        500,
        colour::FAINT,
        980.0,
    )?;
    pen.write(
        &picture.heading,
        MARGIN,
        142.0,
        46.0,
        750,
        colour::INK,
        1080.0,
    )?;
    let [municipalities, participants] = &picture.turnout;
    pen.write_to(municipalities, WIDTH - MARGIN, 92.0, 32.0, 750)?;
    pen.write_to(participants, WIDTH - MARGIN, 138.0, 24.0, 500)?;

    for (at, (row, standing)) in (0_u8..).zip(&picture.rows) {
        draw_row(&pen, ROWS_AT + f64::from(at) * ROW, row, *standing)?;
    }
    if let Some(cut) = &picture.cut {
        draw_cut(&pen, cut)?;
    }
    // The promise stands whole, word for word.
    let (foot, wide) = (HEIGHT - 58.0, WIDTH - 2.0 * MARGIN);
    pen.write(
        &picture.promise,
        MARGIN,
        foot,
        21.0,
        500,
        colour::FAINT,
        wide,
    )?;
    let marks: Vec<&str> = picture
        .more
        .iter()
        .chain(&picture.marks)
        .map(String::as_str)
        .collect();
    let marks = marks.join(" · ");
    pen.write(&marks, MARGIN, foot + 32.0, 21.0, 750, colour::INK, wide)
}

fn draw_row(
    pen: &PicturePen,
    top: f64,
    row: &SupportRow,
    standing: RowStanding,
) -> Result<(), JsValue> {
    let fill = match standing {
        RowStanding::Ahead => colour::AHEAD,
        RowStanding::Tied => colour::TIED,
        RowStanding::Open | RowStanding::Behind => colour::BEHIND,
    };
    let middle = top + ROW / 2.0;
    pen.write_to(&row.place, MARGIN + 30.0, middle + 9.0, 26.0, 750)?;
    let left = MARGIN + 52.0;
    pen.write(
        &row.title,
        left,
        middle - 1.0,
        25.0,
        650,
        colour::INK,
        TITLE - 52.0,
    )?;
    pen.write(
        &row.price,
        left,
        middle + 25.0,
        19.0,
        500,
        colour::FAINT,
        TITLE - 52.0,
    )?;
    pen.bar(top, BAR, colour::TRACK)?;
    pen.bar(top, BAR * row.share, fill)?;
    let right = BAR_AT + BAR;
    pen.write_to(&row.headline, right + 104.0, middle + 13.0, 38.0, 750)?;
    pen.write(
        &row.unit,
        right + 120.0,
        middle - 3.0,
        20.0,
        650,
        colour::INK,
        250.0,
    )?;
    pen.write(
        &row.beside,
        right + 120.0,
        middle + 22.0,
        20.0,
        500,
        colour::FAINT,
        250.0,
    )
}

/// The dashed line, with its tag under the bars' right end.
fn draw_cut(pen: &PicturePen, cut: &CutLine) -> Result<(), JsValue> {
    let y = ROWS_AT + f64::from(cut.below) * ROW;
    let dashes = js_sys::Array::of2(&10.into(), &8.into());
    pen.0.set_stroke_style_str(colour::TIED);
    pen.0.set_line_width(3.0);
    pen.0.set_line_dash(&dashes)?;
    pen.0.begin_path();
    pen.0.move_to(MARGIN, y);
    pen.0.line_to(WIDTH - MARGIN, y);
    pen.0.stroke();
    pen.0.set_line_dash(&js_sys::Array::new())?;
    pen.font(20.0, 750);
    let wide = pen.0.measure_text(&cut.tag)?.width() + 28.0;
    pen.0.set_fill_style_str(colour::TIED);
    pen.round(BAR_AT + BAR - wide, y - 16.0, wide, 32.0)?;
    pen.write_to(&cut.tag, BAR_AT + BAR - 14.0, y + 7.0, 20.0, 750)
}

/// A context with the few strokes that the picture needs.
struct PicturePen(CanvasRenderingContext2d);

impl PicturePen {
    fn font(&self, size: f64, weight: u16) {
        self.0.set_font(&format!("{weight} {size}px {FONT}"));
    }

    /// Text from `x` to the right; what does not fit `width` ends in an ellipsis.
    #[expect(clippy::too_many_arguments, reason = "a line of text and how it looks")]
    fn write(
        &self,
        text: &str,
        x: f64,
        y: f64,
        size: f64,
        weight: u16,
        colour: &str,
        width: f64,
    ) -> Result<(), JsValue> {
        self.font(size, weight);
        self.0.set_text_align("left");
        self.0.set_fill_style_str(colour);
        self.0.fill_text(&self.fitting(text, width)?, x, y)
    }

    /// Text that ends at `x`.
    fn write_to(&self, text: &str, x: f64, y: f64, size: f64, weight: u16) -> Result<(), JsValue> {
        self.font(size, weight);
        self.0.set_text_align("right");
        self.0.set_fill_style_str(colour::INK);
        self.0.fill_text(text, x, y)
    }

    fn fitting(&self, text: &str, width: f64) -> Result<String, JsValue> {
        if self.0.measure_text(text)?.width() <= width {
            return Ok(text.to_owned());
        }
        let mut letters: Vec<char> = text.chars().collect();
        while letters.pop().is_some() {
            let short: String = letters.iter().collect::<String>().trim_end().to_owned() + "…";
            if self.0.measure_text(&short)?.width() <= width {
                return Ok(short);
            }
        }
        Ok(String::new())
    }

    fn bar(&self, top: f64, wide: f64, colour: &str) -> Result<(), JsValue> {
        self.0.set_fill_style_str(colour);
        self.round(BAR_AT, top + 16.0, wide, 40.0)
    }

    fn round(&self, x: f64, y: f64, wide: f64, high: f64) -> Result<(), JsValue> {
        self.0.begin_path();
        self.0.round_rect_with_f64(x, y, wide, high, 8.0)?;
        self.0.fill();
        Ok(())
    }
}
