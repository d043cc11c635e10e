using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SellerPortal.Domain.Messages;
using SellerPortal.Platform.Culture;

namespace SellerPortal.Platform.Mail;

/// <summary>Writes letters in one language or two, as plain text and as a simple page.</summary>
public static class LetterWriter
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes a letter.</summary>
    /// <param name="to">The address.</param>
    /// <param name="language">One language or both.</param>
    /// <param name="draft">What it says; called once for each language, which is then the current one.</param>
    public static Letter Write(string to, LetterLanguage language, Func<LetterDraft> draft)
    {
        string[] cultures = language switch
        {
            LetterLanguage.English => [PortalCulture.English],
            LetterLanguage.Hindi => [PortalCulture.Hindi],
            _ => [PortalCulture.English, PortalCulture.Hindi],
        };
        var drafts = cultures.Select(culture => (Culture: culture, Draft: In(culture, draft))).ToList();
        var subject = string.Join(" / ", drafts.Select(one => one.Draft.Subject));
        var text = string.Join("\n\n----\n\n", drafts.Select(one => TextOf(one.Draft)));
        var body = string.Join("<hr>", drafts.Select(one => HtmlOf(one.Draft, one.Culture)));
        return new Letter(to, subject, text, $"<!DOCTYPE html><html lang=\"{cultures[0]}\"><head><meta charset=\"utf-8\"><title>{Html.Encode(subject)}</title></head><body style=\"font-family:sans-serif;line-height:1.5\">{body}</body></html>");
    }

    private static LetterDraft In(string culture, Func<LetterDraft> draft)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return draft();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string TextOf(LetterDraft draft)
    {
        var text = new StringBuilder(string.Join("\n\n", draft.Paragraphs));
        if (draft.Link is { } link) text.Append("\n\n").Append(link.Words).Append(": ").Append(link.Url);
        return text.ToString();
    }

    private static string HtmlOf(LetterDraft draft, string culture)
    {
        var html = new StringBuilder($"<div lang=\"{culture}\">");
        foreach (var paragraph in draft.Paragraphs) html.Append("<p>").Append(Html.Encode(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
        if (draft.Link is { } link) html.Append("<p><a href=\"").Append(Html.Encode(link.Url)).Append("\">").Append(Html.Encode(link.Words)).Append("</a></p>");
        return html.Append("</div>").ToString();
    }
}

/// <summary>What a letter says in one language.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">Plain sentences; never HTML.</param>
/// <param name="Link">Where to look further.</param>
public sealed record LetterDraft(string Subject, IReadOnlyList<string> Paragraphs, LetterLink? Link = null);

/// <summary>A link with its words.</summary>
public sealed record LetterLink(string Words, string Url);
