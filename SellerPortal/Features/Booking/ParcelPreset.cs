using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SellerPortal.Features.Booking;

/// <summary>A usual size, chosen with one key.</summary>
/// <param name="Name">The seller's name for it, or the key of a name that the portal brings.</param>
/// <param name="Length">Centimetres, as typed.</param>
/// <param name="Breadth">Centimetres, as typed.</param>
/// <param name="Height">Centimetres, as typed.</param>
public sealed record ParcelPreset(string Name, string Length, string Breadth, string Height)
{
    /// <summary>What a seller without boxes of its own is offered.</summary>
    public static IReadOnlyList<ParcelPreset> Usual { get; } = [new("BoxS", "22", "15", "8"), new("BoxM", "30", "20", "12"), new("Flyer", "35", "25", "2")];

    /// <summary>What the parcel usually weighs, in grams; null when that differs.</summary>
    public int? WeightGrams { get; private init; }

    private bool IsOwn { get; init; }

    /// <summary>The measures as shown: 22×15×8.</summary>
    private string Measures => $"{Length}×{Breadth}×{Height}";

    /// <summary>The seller's own boxes, or the usual ones for a seller who has none.</summary>
    public static IReadOnlyList<ParcelPreset> Of(IReadOnlyList<DeskBox> boxes) => boxes.Count == 0 ? Usual : [.. boxes.Select(Own)];

    /// <summary>Name and measures.</summary>
    public string Label(IStringLocalizer<BookingTexts> texts) => IsOwn ? $"{Name} {Measures}" : texts[Name, Measures];

    /// <summary>True when the form holds this size.</summary>
    public bool Fits(BookingFields fields) => (fields.Length, fields.Breadth, fields.Height) == (Length, Breadth, Height);

    /// <summary>Fills in the size, and the usual weight where none is given.</summary>
    public void WriteTo(BookingFields fields)
    {
        (fields.Length, fields.Breadth, fields.Height) = (Length, Breadth, Height);
        if (WeightGrams is { } grams && fields.Weight.Length == 0) fields.Weight = string.Create(CultureInfo.InvariantCulture, $"{grams} g");
    }

    private static ParcelPreset Own(DeskBox box) =>
        new(box.Name, Centimetres(box.LengthMm), Centimetres(box.BreadthMm), Centimetres(box.HeightMm)) { WeightGrams = box.WeightGrams, IsOwn = true };

    private static string Centimetres(int millimetres) => (millimetres / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
