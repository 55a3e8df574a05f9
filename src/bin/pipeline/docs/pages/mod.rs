//! The pages of a docs tree: their HTML, whatever they are written in, and the embeds in it.

mod embed;
mod files;
pub(crate) mod jsx;
mod lines;
mod markdown;
mod page;
mod rst;

pub(crate) use embed::{Embed, Prerendered, tag_starts};
pub(crate) use files::pages;
pub(crate) use lines::{Lines, indent, without_indent};
pub(crate) use page::{Markup, NoEmbed, Page};

/// Reads a page, and the embeds in it, in order.
pub(crate) fn read(text: &str, markup: Markup, lines: &Lines) -> (Page, Vec<Embed>) {
    let mut page = match markup {
        Markup::Html => Page::whole(text),
        Markup::Markdown | Markup::Mdx => markdown::page(text, markup, lines),
        Markup::ReStructuredText => rst::page(text),
    };
    // Markdown can end the HTML within an embed, and its content is read all the same.
    let source = if markup == Markup::ReStructuredText { &page.html } else { text };
    let embeds = embed::embeds(source, &page.html, markup == Markup::Mdx);
    page.others.retain(|(offset, _)| {
        let after = embeds.partition_point(|embed| embed.range.start <= *offset);
        !embeds[..after].last().is_some_and(|embed| embed.range.contains(offset))
    });
    (page, embeds)
}
