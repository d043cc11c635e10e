using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Data.Labels;

/// <summary>The paper that an account prints on.</summary>
public static class LabelPapers
{
    /// <summary>The account's paper, with the place where its sheet of four goes on, whatever paper is chosen at present.</summary>
    public static async Task<LabelPaper> LabelPaperOfAsync(this PortalDbContext database, Guid userId, CancellationToken token) =>
        (await database.LabelSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.UserId == userId, token))?.Paper ?? LabelPaper.Usual;

    /// <summary>Chooses a paper. Belongs into a transaction; the next save writes it.</summary>
    public static async Task ChooseLabelPaperAsync(this PortalDbContext database, Guid userId, LabelPaper paper, CancellationToken token) =>
        (await HoldAsync(database, userId, token)).Choose(paper);

    /// <summary>
    /// Takes the paper of a print, and the places on a sheet of four that it needs. Belongs into the transaction that
    /// notes the print: from here to its end other prints of the account on such sheets wait. The next save writes it.
    /// </summary>
    /// <param name="database">With a transaction.</param>
    /// <param name="userId">Who prints.</param>
    /// <param name="wish">The paper to print on, of the account's paper.</param>
    /// <param name="labels">How many labels.</param>
    /// <param name="token">Stops the work.</param>
    public static async Task<LabelPaper> TakeLabelPaperAsync(this PortalDbContext database, Guid userId, Func<LabelPaper, LabelPaper> wish, int labels, CancellationToken token)
    {
        var paper = wish(await database.LabelPaperOfAsync(userId, token));
        if (paper.Format.LabelsPerSheet() == 1) return paper;
        var settings = await HoldAsync(database, userId, token);
        paper = wish(settings.Paper);
        settings.Printed(paper, labels);
        return paper;
    }

    /// <summary>Takes hold of the account's choice until the transaction ends; the first time it is made.</summary>
    private static async Task<LabelSettings> HoldAsync(PortalDbContext database, Guid userId, CancellationToken token)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("A paper is held within a transaction.");
        var (format, language, density) = (LabelPaper.Usual.Format.ToString(), LabelPaper.Usual.Language.ToString(), (int)LabelPaper.Usual.Density);
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "LabelSettings" ("UserId", "Format", "Language", "Density", "NextPlace") VALUES ({userId}, {format}, {language}, {density}, {LabelPaper.Usual.Place})
            ON CONFLICT ("UserId") DO UPDATE SET "NextPlace" = "LabelSettings"."NextPlace"
            """,
            token);
        return await database.LabelSettings.SingleAsync(settings => settings.UserId == userId, token);
    }
}
