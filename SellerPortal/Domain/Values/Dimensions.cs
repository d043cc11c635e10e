namespace SellerPortal.Domain.Values;

/// <summary>The outer measures of a parcel in millimetres.</summary>
public readonly record struct Dimensions(int LengthMm, int BreadthMm, int HeightMm)
{
    /// <summary>
    /// Volumetric weight: length × breadth × height in centimetres, divided by 5, in grams, rounded up to a whole gram.
    /// </summary>
    public Weight VolumetricWeight
    {
        get
        {
            var cubicMillimetres = (long)LengthMm * BreadthMm * HeightMm;
            return new Weight(checked((int)((cubicMillimetres + 4_999) / 5_000)));
        }
    }
}
