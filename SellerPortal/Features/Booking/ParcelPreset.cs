namespace SellerPortal.Features.Booking;

/// <summary>A usual size, chosen with one key.</summary>
/// <param name="Text">The key of its name.</param>
/// <param name="Length">Centimetres, as typed.</param>
/// <param name="Breadth">Centimetres, as typed.</param>
/// <param name="Height">Centimetres, as typed.</param>
internal sealed record ParcelPreset(string Text, string Length, string Breadth, string Height)
{
    public static IReadOnlyList<ParcelPreset> All { get; } = [new("BoxS", "22", "15", "8"), new("BoxM", "30", "20", "12"), new("Flyer", "35", "25", "2")];

    /// <summary>The measures as shown: 22×15×8.</summary>
    public string Measures => $"{Length}×{Breadth}×{Height}";

    /// <summary>True when the form holds this size.</summary>
    public bool Fits(BookingFields fields) => (fields.Length, fields.Breadth, fields.Height) == (Length, Breadth, Height);

    public void WriteTo(BookingFields fields) => (fields.Length, fields.Breadth, fields.Height) = (Length, Breadth, Height);
}
