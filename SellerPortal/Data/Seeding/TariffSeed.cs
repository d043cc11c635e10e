using System.Data.Common;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Start;

namespace SellerPortal.Data.Seeding;

/// <summary>Fills the tariffs from the shipped files when there are none, all or nothing.</summary>
internal sealed class TariffSeed(TariffFiles files, DbDataSource source, IBulkWriter bulk) : IDataSeed
{
    public const int Place = 20;

    public int Order => Place;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        if (await source.HasRowsAsync("TariffTables", token)) return;
        var rows = files.Read();
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        await bulk.InsertAsync(database, rows.Tables, token);
        await bulk.InsertAsync(database, rows.Rates, token);
        await bulk.InsertAsync(database, rows.AddOnFees, token);
        await bulk.InsertAsync(database, rows.Gaps, token);
        await bulk.InsertAsync(database, rows.Places, token);
        await bulk.InsertAsync(database, rows.Norms, token);
        await bulk.InsertAsync(database, rows.Settings, token);
        await transaction.CommitAsync(token);
    }
}
