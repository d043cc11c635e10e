namespace SellerPortal.Domain;

/// <summary>Keeps texts of others within what is stored of them.</summary>
public static class TextLength
{
    /// <summary>The beginning of a text; no character is cut in two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">At most so many UTF-16 code units; above 0.</param>
    public static string AtMost(this string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
