namespace SellerPortal.Domain.Addresses.Search;

/// <summary>What a search found, best first, and a remark when it found nothing.</summary>
public sealed record SearchAnswer(IReadOnlyList<PostOffice> Offices, SearchRemark Remark);

/// <summary>Why a search found nothing.</summary>
public enum SearchRemark
{
    /// <summary>Something was found.</summary>
    None,

    /// <summary>There was no letter or digit to search for.</summary>
    Empty,

    /// <summary>The directory is written in Latin letters and the text is not.</summary>
    OtherScript,

    /// <summary>No office matches.</summary>
    NothingFound,
}
