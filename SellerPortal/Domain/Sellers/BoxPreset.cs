using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Sellers;

/// <summary>A size that a seller packs again and again.</summary>
public sealed class BoxPreset
{
    /// <summary>The most boxes of one seller: each is a button of the booking page.</summary>
    public const int MostPerSeller = 20;

    private BoxPreset()
    {
    }

    /// <summary>Made with the form, so that a form sent twice keeps one.</summary>
    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared.</summary>
    public string NameKey { get; private set; } = "";

    public int LengthMm { get; private set; }

    public int BreadthMm { get; private set; }

    public int HeightMm { get; private set; }

    /// <summary>What the packed parcel usually weighs, in grams; null when that differs.</summary>
    public int? WeightGrams { get; private set; }

    /// <summary>Changed at every save; two people editing at once cannot overwrite each other.</summary>
    public Guid Version { get; private set; }

    /// <summary>Keeps a box.</summary>
    public static BoxPreset Of(Guid id, SellerId seller, TidyBox tidy)
    {
        var box = new BoxPreset { Id = id, SellerId = seller };
        box.Change(tidy);
        return box;
    }

    /// <summary>Keeps something else under the same id.</summary>
    public void Change(TidyBox tidy)
    {
        (Name, NameKey, WeightGrams) = (tidy.Name, EntryName.KeyOf(tidy.Name), tidy.WeightGrams);
        (LengthMm, BreadthMm, HeightMm) = (tidy.Size.LengthMm, tidy.Size.BreadthMm, tidy.Size.HeightMm);
    }
}

/// <summary>A box whose fields have been checked.</summary>
public sealed record TidyBox(string Name, Dimensions Size, int? WeightGrams);
