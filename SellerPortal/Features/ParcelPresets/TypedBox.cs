using System.Globalization;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.ParcelPresets;

/// <summary>A box in the form, as typed.</summary>
public sealed class TypedBox
{
    /// <summary>Made when the form opens; keeps one box, however often it is sent.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version that was opened; null for a new one.</summary>
    public Guid? Version { get; init; }

    /// <summary>The name before it is changed.</summary>
    public string Title { get; init; } = "";

    public string Name { get; set; } = "";

    /// <summary>In centimetres, as the other measures.</summary>
    public string Length { get; set; } = "";

    public string Breadth { get; set; } = "";

    public string Height { get; set; } = "";

    /// <summary>In grams or kilograms; may be empty.</summary>
    public string Weight { get; set; } = "";

    /// <summary>The form of one that is changed.</summary>
    public static TypedBox Of(BoxPreset box) => new()
    {
        Id = box.Id,
        Version = box.Version,
        Title = box.Name,
        Name = box.Name,
        Length = Centimetres(box.LengthMm),
        Breadth = Centimetres(box.BreadthMm),
        Height = Centimetres(box.HeightMm),
        Weight = box.WeightGrams is { } grams ? string.Create(CultureInfo.InvariantCulture, $"{grams} g") : "",
    };

    /// <summary>22×15×8, in centimetres.</summary>
    public static string MeasuresOf(BoxPreset box) => $"{Centimetres(box.LengthMm)}×{Centimetres(box.BreadthMm)}×{Centimetres(box.HeightMm)}";

    /// <summary>What is checked; a weight that cannot be read is out of bounds.</summary>
    public BoxForm ToForm() => new(
        Name,
        TypedMeasures.Centimetres(Length),
        TypedMeasures.Centimetres(Breadth),
        TypedMeasures.Centimetres(Height),
        string.IsNullOrWhiteSpace(Weight) ? null : TypedMeasures.Grams(Weight) ?? 0);

    private static string Centimetres(int millimetres) => (millimetres / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
