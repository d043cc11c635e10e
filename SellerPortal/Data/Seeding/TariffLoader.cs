using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Seeding;

/// <summary>Reads the tariffs from the database into memory and puts them in force, with the holidays of the settings.</summary>
internal sealed class TariffLoader(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> snapshot, IOptions<PostalHolidays> holidays) : IWarmUp
{
    public int After => TariffSeed.Place;

    public async Task LoadAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var rows = new TariffRows
        {
            Tables = await AllAsync<TariffTableRow>(database, token),
            Rates = await AllAsync<TariffRateRow>(database, token),
            AddOnFees = await AllAsync<AddOnFeeRow>(database, token),
            Gaps = await AllAsync<TariffGapRow>(database, token),
            Places = await AllAsync<PostalPlace>(database, token),
            Norms = await AllAsync<DeliveryNormRow>(database, token),
            Settings = await AllAsync<TariffSettingRow>(database, token),
        };
        try
        {
            snapshot.Publish(TariffBook.Create(rows, holidays.Value.ToCalendar()));
        }
        catch (TariffFaultException fault)
        {
            throw new StartupException($"The tariffs in the database contradict themselves: {fault.Message}. Correct the table, or begin with a new database.", fault);
        }
    }

    private static Task<List<T>> AllAsync<T>(PortalDbContext database, CancellationToken token)
        where T : class => database.Set<T>().AsNoTracking().ToListAsync(token);
}
