using System.Text;

namespace SellerPortal.Printing.Shaping;

/// <summary>The scripts that addresses in India are written in, each with its own font.</summary>
internal enum Script
{
    Latin,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    OlChiki,
    MeeteiMayek,
    Arabic,

    /// <summary>Punctuation and signs of no script: they take the script beside them.</summary>
    Common,

    /// <summary>Marks and joiners that belong to the character before them.</summary>
    Inherited,
}

internal static class Scripts
{
    /// <summary>The script of a character, by the blocks of Unicode.</summary>
    public static Script Of(Rune rune) => rune.Value switch
    {
        < 0x80 => Rune.IsLetterOrDigit(rune) ? Script.Latin : Script.Common,
        >= 0x0300 and <= 0x036F => Script.Inherited,
        >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F or >= 0x08A0 and <= 0x08FF => Script.Arabic,
        0x0964 or 0x0965 => Script.Common,
        >= 0x0900 and <= 0x097F or >= 0xA8E0 and <= 0xA8FF => Script.Devanagari,
        >= 0x0980 and <= 0x09FF => Script.Bengali,
        >= 0x0A00 and <= 0x0A7F => Script.Gurmukhi,
        >= 0x0A80 and <= 0x0AFF => Script.Gujarati,
        >= 0x0B00 and <= 0x0B7F => Script.Oriya,
        >= 0x0B80 and <= 0x0BFF => Script.Tamil,
        >= 0x0C00 and <= 0x0C7F => Script.Telugu,
        >= 0x0C80 and <= 0x0CFF => Script.Kannada,
        >= 0x0D00 and <= 0x0D7F => Script.Malayalam,
        >= 0x1C50 and <= 0x1C7F => Script.OlChiki,
        >= 0x1CD0 and <= 0x1CFF or 0x200C or 0x200D or >= 0xFE00 and <= 0xFE0F => Script.Inherited,
        >= 0xABC0 and <= 0xABFF or >= 0xAAE0 and <= 0xAAFF => Script.MeeteiMayek,
        >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE => Script.Arabic,
        >= 0x2000 and <= 0x20CF => Script.Common,
        _ => Rune.IsLetterOrDigit(rune) ? Script.Latin : Script.Common,
    };

    /// <summary>Digits that are written from left to right inside a script written from right to left.</summary>
    public static bool IsArabicDigit(Rune rune) => rune.Value is (>= 0x0660 and <= 0x0669) or (>= 0x06F0 and <= 0x06F9);
}
