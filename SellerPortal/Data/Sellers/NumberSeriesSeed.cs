using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Sellers;

/// <summary>
/// Starts the series of customer ids and contract numbers where the Department said: Sellers:FirstCustomerId (ten
/// digits) and Sellers:FirstContractNumber (eight). Read once, on the first start.
/// </summary>
internal sealed class NumberSeriesSeed(IConfiguration configuration) : IDataSeed
{
    public int Order => 400;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        var present = await database.NumberSeries.Select(series => series.Name).ToListAsync(token);
        Add(NumberSeries.CustomerIds, "FirstCustomerId", "1000000001", 10);
        Add(NumberSeries.ContractNumbers, "FirstContractNumber", "40000001", 8);
        await database.SaveChangesAsync(token);

        void Add(string name, string setting, string otherwise, int digits)
        {
            if (present.Contains(name)) return;
            var text = configuration[$"Sellers:{setting}"] ?? otherwise;
            try
            {
                var first = long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
                database.NumberSeries.Add(NumberSeries.StartAt(name, first, digits));
            }
            catch (DomainRuleException fault)
            {
                throw new StartupException($"Sellers:{setting} is '{text}'; it must be a number of {digits} digits that does not begin with 0.", fault);
            }
        }
    }
}
