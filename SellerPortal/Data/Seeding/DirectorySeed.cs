using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Seeding;

/// <summary>Fills pincodes and post offices from the shipped files when there are none, all or nothing.</summary>
internal sealed class DirectorySeed(DirectoryFiles files, DbDataSource source, IBulkWriter bulk) : IDataSeed
{
    public const int Place = 10;

    public int Order => Place;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        if (await source.HasRowsAsync("Pincodes", token)) return;
        var entries = files.ReadPincodes().ToList();
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        await bulk.InsertAsync(database, entries, token);
        var offices = files.ReadOffices(entries.Select(entry => entry.Pincode).ToHashSet()).ToList();
        await bulk.InsertAsync(database, offices.Select(office => office.Area).DistinctBy(area => area.Id), token);
        await bulk.InsertAsync(database, offices, token);
        await transaction.CommitAsync(token);
    }
}
