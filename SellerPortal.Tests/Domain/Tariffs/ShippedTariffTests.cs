using System.Globalization;
using SellerPortal.Data.Seeding;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Tariffs;

public sealed class ShippedTariffTests
{
    public static TheoryData<string, ProductCode, string> Files => new()
    {
        { "speed-post-document.2012-10-01.csv", ProductCode.SpeedPostDocument, "2012-10-01" },
        { "speed-post-document.2025-10-01.csv", ProductCode.SpeedPostDocument, "2025-10-01" },
        { "speed-post-parcel-retail.2026-08-01.csv", ProductCode.SpeedPostParcel, "2026-08-01" },
        { "india-post-parcel-contractual.2025-01-01.csv", ProductCode.BusinessParcel, "2025-01-01" },
    };

    /// <summary>Reads the files by hand, so that a fault of the portal's reader shows.</summary>
    [Theory, MemberData(nameof(Files))]
    public void TryPrice_EveryCellOfEveryFile_IsThePrintedPrice(string file, ProductCode product, string effectiveFrom)
    {
        var table = RealTariffs.Book.TableOn(product, DateOnly.ParseExact(effectiveFrom, "yyyy-MM-dd", CultureInfo.InvariantCulture))!;
        var lines = File.ReadAllLines(Path.Combine(TariffFiles.ShippedFolder, file)).Select(line => line.Split(',')).ToList();
        Assert.Equal(lines[0].Skip(1), table.Columns.Select(column => column.Code));
        var last = 0;
        foreach (var line in lines.Skip(1))
        {
            var step = line[0].StartsWith("each_extra_", StringComparison.Ordinal);
            var grams = step ? last + 1 : int.Parse(line[0], CultureInfo.InvariantCulture);
            for (var column = 0; column < table.Columns.Count; column++)
            {
                var paise = (long)(decimal.Parse(line[column + 1], CultureInfo.InvariantCulture) * 100);
                Assert.True(table.TryPrice(grams, column, out var price));
                Assert.Equal(paise, step ? price.StepPaise : price.SlabPaise);
                Assert.True(table.TryPrice(step ? grams : last + 1, column, out price));
                Assert.Equal(paise, step ? price.Paise - price.SlabPaise : price.Paise);
            }

            last = step ? last : grams;
        }
    }

    [Fact]
    public void Places_MetrosOfTheRealDirectory_AreLocalGroups() =>
        Assert.All(
            (string[])["110001", "400001", "700001", "600001", "500001", "560001"],
            text => Assert.True(RealTariffs.Book.Places.Find(RealDirectory.Pin(text)) is { IsLocalGroup: true, IsMetro: true, IsCapital: true }));

    [Fact]
    public void Places_EveryPlace_HoldsPincodesOfTheDirectory()
    {
        var found = RealDirectory.Value.Entries.Select(entry => RealTariffs.Book.Places.Find(entry.Pincode)?.Name).Where(name => name is not null).Distinct();
        Assert.Equal(34, found.Count());
    }
}
