//! A workbook's archive and the XML in it. What it says of itself is checked first, and what is unpacked is counted.

use std::io::{self, BufReader, Cursor, ErrorKind, Read};

use barometer_domain::refusal::SheetProblem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::{LONGEST_CELL, PART_LIMIT, UNPACKED_LIMIT};

/// An archive whose parts are read one after the other.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked, of all parts together.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive that says that it is within the limits; nothing is unpacked.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, SheetProblem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetProblem::Broken)?;
        let mut package = Self {
            archive,
            left: UNPACKED_LIMIT,
        };
        if package.archive.len() > PART_LIMIT {
            return Err(SheetProblem::TooManyParts);
        }
        let mut total: u64 = 0;
        for at in 0..package.archive.len() {
            let part = package.archive.by_index_raw(at);
            let size = part.map_err(|_| SheetProblem::Broken)?.size();
            total = total.saturating_add(size);
        }
        if total > UNPACKED_LIMIT {
            return Err(SheetProblem::TooMuchInside);
        }
        Ok(package)
    }

    /// A part by its name, in any case.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Xml<'_, 'a>>, SheetProblem> {
        let mut names = self.archive.file_names();
        let plain = |is: &str| {
            is.replace('\\', "/")
                .trim_start_matches(['/', '.'])
                .to_lowercase()
        };
        let name = plain(name);
        let at = names.position(|is| is.is_ok_and(|is| plain(&is) == name));
        drop(names);
        let Some(at) = at else {
            return Ok(None);
        };
        let part = self.archive.by_index(at);
        let part = part.map_err(|_| SheetProblem::Broken)?;
        let counted = Counted {
            left: &mut self.left,
            part,
        };
        let mut reader = Reader::from_reader(BufReader::new(counted));
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(Xml {
            reader,
            buffer: Vec::new(),
        }))
    }
}

/// A part that stops once all parts together are longer than is read. One that is longer than it says, the archive
/// itself stops.
struct Counted<'p, 'a> {
    part: ZipFile<'p, Cursor<&'a [u8]>>,
    left: &'p mut u64,
}

impl Read for Counted<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        let bytes = u64::try_from(read).unwrap_or(u64::MAX);
        let left = self.left.checked_sub(bytes);
        *self.left = left.ok_or(ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

/// The XML of a part.
pub(crate) struct Xml<'p, 'a> {
    reader: Reader<BufReader<Counted<'p, 'a>>>,
    buffer: Vec<u8>,
}

impl Xml<'_, '_> {
    /// What comes next. An empty element comes as one that begins and one that ends.
    pub(crate) fn next(&mut self) -> Result<Event<'_>, SheetProblem> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            // No workbook declares entities of its own.
            Ok(Event::DocType(_)) => Err(SheetProblem::Broken),
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(error)) if error.kind() == ErrorKind::FileTooLarge => {
                Err(SheetProblem::TooMuchInside)
            }
            Err(_) => Err(SheetProblem::Broken),
        }
    }
}

/// An attribute's value, whatever its prefix.
pub(crate) fn attribute(of: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = of.attributes();
    let found = attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    value.ok().map(std::borrow::Cow::into_owned)
}

/// Whether an attribute says yes.
pub(crate) fn is_on(of: &BytesStart<'_>, name: &str) -> bool {
    attribute(of, name).is_some_and(|value| value == "1" || value == "true")
}

/// Adds text or a character reference to a cell, until it is too long for one.
pub(crate) fn collect(cell: &mut String, event: &Event<'_>) {
    if cell.len() > LONGEST_CELL * 4 {
        return;
    }
    let mut add = |text: &str| cell.extend(text.chars().take(LONGEST_CELL + 1));
    match event {
        Event::Text(text) => add(&text.xml10_content()),
        Event::CData(text) => add(&text.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(letter)) => add(letter.encode_utf8(&mut [0; 4])),
            _ => add(match &*reference.xml10_content() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => "",
            }),
        },
        _ => {}
    }
}
