using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">1 to 200; 50 when left out.</param>
/// <param name="Cursor">What the page before gave as next.</param>
internal sealed record ApiPaging(int? Limit, string? Cursor)
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;

    /// <summary>How many entries, from which place; null for the first page.</summary>
    public (int Count, ListPlace? Place) Read(List<Problems.FieldFault> faults)
    {
        var count = Limit ?? UsualPage;
        if (count is < 1 or > LargestPage) faults.Add(new Problems.FieldFault("?limit", "out_of_range", "The limit is out of range.", $"Send 1 to {LargestPage}."));
        var place = Cursor is null ? null : ListPlace.Parse(Cursor);
        if (Cursor is not null && place is null) faults.Add(new Problems.FieldFault("?cursor", "unknown_value", "The cursor is unknown.", "Send what the page before gave as next."));
        return (count, place);
    }
}
