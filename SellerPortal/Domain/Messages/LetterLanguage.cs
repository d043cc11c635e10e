namespace SellerPortal.Domain.Messages;

/// <summary>In which language a letter is written.</summary>
public enum LetterLanguage
{
    /// <summary>English, and Hindi below it: for a reader whose language is not known.</summary>
    Both,

    English,

    Hindi,
}
