using SellerPortal.Domain.Booking;

namespace SellerPortal.Domain.Sellers;

/// <summary>A box as asked for.</summary>
/// <param name="Name">What the seller calls it.</param>
/// <param name="LengthCm">Outer measures in centimetres, with at most one decimal.</param>
/// <param name="BreadthCm">See <paramref name="LengthCm"/>.</param>
/// <param name="HeightCm">See <paramref name="LengthCm"/>.</param>
/// <param name="WeightGrams">What the packed parcel usually weighs; may be null.</param>
public sealed record BoxForm(string? Name, decimal? LengthCm, decimal? BreadthCm, decimal? HeightCm, int? WeightGrams)
{
    /// <summary>Checks every field by the rules of a booking and says all that is wrong.</summary>
    /// <param name="tidy">The box in stored form; null when there is a fault.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public KeepResult? Check(out TidyBox? tidy)
    {
        List<EntryFault> own = [];
        if (EntryName.Check(Name, out var name) is { } fault) own.Add(fault);
        List<BookingFault> faults = [];
        var size = BookingRules.Size(LengthCm, BreadthCm, HeightCm, out var wrongSize);
        if (wrongSize is { } wrong) faults.Add(wrong);
        else if (size is null) own.Add(EntryFault.SizeMissing);
        if (WeightGrams is < 1 or > BookingRules.HeaviestGrams) faults.Add(BookingFault.WeightOutOfBounds);
        tidy = own.Count + faults.Count == 0 ? new TidyBox(name, size!.Value, WeightGrams) : null;
        return tidy is null ? KeepResult.Refused(own, faults) : null;
    }
}
