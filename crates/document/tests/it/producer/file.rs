//! The objects of a file.

use std::collections::BTreeMap;

use lopdf::encryption::crypt_filters::{Aes128CryptFilter, CryptFilter};
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions,
    Stream, StringFormat, dictionary,
};

use super::content::{HEIGHT, content};
use super::typesetting::{Page, width};
use super::{Codes, Producer};

/// Which code in which font means which character.
pub struct Codebook {
    codes: Codes,
    known: BTreeMap<char, usize>,
}

impl Codebook {
    fn place(&mut self, c: char) -> usize {
        let next = self.known.len();
        *self.known.entry(c).or_insert(next)
    }

    /// The number of the font.
    pub fn font(&mut self, c: char) -> usize {
        let place = self.place(c);
        if self.codes == Codes::Subsets { place / 200 } else { 0 }
    }

    /// The code in hexadecimal digits.
    pub fn code(&mut self, c: char) -> String {
        let place = self.place(c);
        match self.codes {
            Codes::Subsets => format!("{:02x}", place % 200 + 1),
            Codes::Glyphs | Codes::Unknown => format!("{:04x}", place + 3),
            Codes::Utf16 => {
                c.encode_utf16(&mut [0; 2]).iter().map(|it| format!("{it:04x}")).collect()
            }
            Codes::Gbk => {
                let bytes = encoding_rs::GBK.encode(c.encode_utf8(&mut [0; 4])).0.into_owned();
                bytes.iter().map(|it| format!("{it:02x}")).collect()
            }
        }
    }

    fn map(&mut self, font: usize) -> String {
        let all: Vec<char> = self.known.keys().copied().collect();
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
             1 begincodespacerange <00> <FF> endcodespacerange\n",
        );
        for c in all {
            if self.font(c) == font {
                let code = self.code(c);
                let text: String =
                    c.encode_utf16(&mut [0; 2]).iter().map(|it| format!("{it:04X}")).collect();
                map.push_str(&format!("1 beginbfchar <{code}> <{text}> endbfchar\n"));
            }
        }
        map + "endcmap end end"
    }
}

pub fn write(pages: &[Page], producer: &Producer) -> Vec<u8> {
    let mut document = Document::with_version("1.6");
    let mut book = Codebook { codes: producer.codes, known: BTreeMap::new() };
    let contents: Vec<String> =
        pages.iter().map(|page| content(page, producer, &mut book)).collect();
    let last = book.known.len().saturating_sub(1);
    let fonts = if producer.codes == Codes::Subsets { last / 200 + 1 } else { 1 };
    let mut resources = Dictionary::new();
    for font in 0..fonts {
        let id = font_object(&mut document, &mut book, font);
        resources.set(format!("F{font}"), Object::Reference(id));
    }
    let tree = document.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for content in contents {
        let mut stream = Stream::new(Dictionary::new(), content.into_bytes());
        if producer.compressed {
            stream.compress().unwrap();
        }
        let content = document.add_object(stream);
        let mut page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
        if producer.turned {
            page.set("Rotate", 90);
        }
        kids.push(document.add_object(page).into());
    }
    let media: Vec<Object> = match producer.turned {
        true => vec![0.into(), 0.into(), HEIGHT.into(), 595.into()],
        false => vec![0.into(), 0.into(), 595.into(), HEIGHT.into()],
    };
    let count = kids.len() as i64;
    document.set_object(
        tree,
        dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "MediaBox" => media,
            "Resources" => dictionary! { "Font" => resources },
        },
    );
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    save(document, producer)
}

fn save(mut document: Document, producer: &Producer) -> Vec<u8> {
    let mut bytes = Vec::new();
    if producer.encrypted {
        let id = || Object::String(b"0123456789abcdef".to_vec(), StringFormat::Literal);
        document.trailer.set("ID", vec![id(), id()]);
        let state = EncryptionState::try_from(EncryptionVersion::V4 {
            document: &document,
            encrypt_metadata: true,
            crypt_filters: BTreeMap::from([(
                b"StdCF".to_vec(),
                std::sync::Arc::new(Aes128CryptFilter) as std::sync::Arc<dyn CryptFilter>,
            )]),
            stream_filter: b"StdCF".to_vec(),
            string_filter: b"StdCF".to_vec(),
            owner_password: "owner",
            user_password: producer.password,
            permissions: Permissions::empty(),
        });
        document.encrypt(&state.unwrap()).unwrap();
        document.save_to(&mut bytes).unwrap();
    } else if producer.compressed {
        document.save_modern(&mut bytes).unwrap();
    } else {
        document.save_to(&mut bytes).unwrap();
    }
    bytes
}

fn font_object(document: &mut Document, book: &mut Codebook, font: usize) -> ObjectId {
    let name = "ABCDEF+FangSong";
    let map = book.map(font);
    let has_map = matches!(book.codes, Codes::Glyphs | Codes::Subsets);
    let map =
        has_map.then(|| document.add_object(Stream::new(Dictionary::new(), map.into_bytes())));
    let mut widths: Vec<(usize, i64)> =
        book.known.iter().map(|(c, place)| (*place, (width(*c) * 1000.0) as i64)).collect();
    widths.sort_unstable();
    let mut object = if book.codes == Codes::Subsets {
        let own = widths.iter().skip(font * 200).take(200).map(|(_, width)| Object::from(*width));
        let own: Vec<Object> = own.collect();
        let last = own.len() as i64;
        dictionary! {
            "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => name,
            "FirstChar" => 1, "LastChar" => last, "Widths" => own,
        }
    } else {
        let encoding = match book.codes {
            Codes::Gbk => "GBK-EUC-H",
            Codes::Utf16 => "UniGB-UTF16-H",
            Codes::Glyphs | Codes::Subsets | Codes::Unknown => "Identity-H",
        };
        let own: Vec<Object> = widths.iter().map(|(_, width)| Object::from(*width)).collect();
        let is_identity = encoding == "Identity-H";
        let widths: Vec<Object> = match is_identity {
            true => vec![3.into(), own.into()],
            false => vec![1.into(), 95.into(), 500.into()],
        };
        let descendant = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => name, "DW" => 1000,
            "W" => widths,
        });
        let descendants: Vec<Object> = vec![descendant.into()];
        dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => name, "Encoding" => encoding,
            "DescendantFonts" => descendants,
        }
    };
    if let Some(map) = map {
        object.set("ToUnicode", map);
    }
    document.add_object(object)
}
