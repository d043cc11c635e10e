using SellerPortal.Platform;

namespace SellerPortal.Features.Manifests;

/// <summary>Weights of many parcels together.</summary>
internal static class WeightText
{
    private const int GramsFrom = 10_000;

    /// <summary>Grams below ten kilograms; above, kilograms rounded up to whole ones where grams no longer fit.</summary>
    public static string Of(long grams) => grams < GramsFrom ? IndianFormat.Grams((int)grams) : IndianFormat.Kilograms((int)Math.Min(grams, int.MaxValue));
}
