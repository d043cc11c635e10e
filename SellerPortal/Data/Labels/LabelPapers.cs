using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Data.Labels;

/// <summary>The paper that an account prints on.</summary>
public static class LabelPapers
{
    /// <summary>The account's paper, with the place where its sheet of four goes on, whatever paper is chosen at present.</summary>
    public static async Task<LabelPaper> LabelPaperOfAsync(this PortalDbContext database, Guid userId, CancellationToken token) =>
        (await database.LabelSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.UserId == userId, token))?.Paper ?? LabelPaper.Usual;

    /// <summary>Chooses a paper; the next save writes it.</summary>
    public static async Task ChooseLabelPaperAsync(this PortalDbContext database, Guid userId, LabelPaper paper, CancellationToken token) =>
        (await SettingsAsync(database, userId, token)).Choose(paper);

    /// <summary>Moves on the place of a sheet of four by the labels printed; the next save writes it.</summary>
    public static async Task LabelsPrintedAsync(this PortalDbContext database, Guid userId, LabelPaper paper, int labels, CancellationToken token)
    {
        if (paper.Format.LabelsPerSheet() > 1) (await SettingsAsync(database, userId, token)).Printed(paper, labels);
    }

    private static async Task<LabelSettings> SettingsAsync(PortalDbContext database, Guid userId, CancellationToken token)
    {
        if (await database.LabelSettings.FindAsync([userId], token) is { } present) return present;
        var settings = LabelSettings.Of(userId, LabelPaper.Usual);
        database.LabelSettings.Add(settings);
        return settings;
    }
}
