namespace SellerPortal.Domain.Labels;

/// <summary>The paper that an account prints its labels on, and where its last sheet ended.</summary>
public sealed class LabelSettings
{
    private LabelSettings()
    {
    }

    public Guid UserId { get; private set; }

    public LabelFormat Format { get; private set; }

    public PrinterLanguage Language { get; private set; }

    public PrinterDensity Density { get; private set; }

    /// <summary>The first free place of the sheet of four that was begun last, 1 to 4.</summary>
    public int NextPlace { get; private set; } = 1;

    /// <summary>The paper of the next print, with the place where a sheet of four goes on, whatever paper is chosen at present.</summary>
    public LabelPaper Paper => new(Format, Language, Density, NextPlace);

    /// <summary>The first choice of an account.</summary>
    public static LabelSettings Of(Guid userId, LabelPaper paper)
    {
        var settings = new LabelSettings { UserId = userId };
        settings.Choose(paper);
        return settings;
    }

    /// <summary>Another choice. The place of a sheet of four is kept while other paper is used.</summary>
    public void Choose(LabelPaper paper)
    {
        var tidy = paper.Tidy();
        (Format, Language, Density) = (tidy.Format, tidy.Language, tidy.Density);
        if (Format == LabelFormat.A4) NextPlace = tidy.Place;
    }

    /// <summary>Labels were printed; a sheet of four goes on where they ended.</summary>
    public void Printed(LabelPaper paper, int labels)
    {
        if (paper.Format == LabelFormat.A4) NextPlace = paper.After(labels).Place;
    }
}
