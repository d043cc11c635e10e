using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.BulkBooking.Checking;
using SellerPortal.Features.BulkBooking.Reading;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>The sample sheets hold four rows that can be booked and six that cannot, by the real directory and tariffs.</summary>
public sealed class SampleSheetTests
{
    [Theory]
    [InlineData("bulk-sample.csv")]
    [InlineData("bulk-sample.xlsx")]
    public void Sample_Checked_HasTheFaultsItIsThereToShow(string name)
    {
        var sheet = SheetReader.Read(name, File.ReadAllBytes(Path.Combine(Sources.Portal, "..", "samples", name)));
        var map = SheetHeaders.Map(sheet.Headers, new Dictionary<string, SheetColumn?>());
        Assert.True(map.IsComplete);
        Assert.Empty(map.Unread);

        var directory = new Snapshot<PincodeDirectory>();
        directory.Publish(RealDirectory.Value);
        var tariffs = new Snapshot<TariffBook>();
        tariffs.Publish(RealTariffs.Book);
        var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
        var check = new RowCheck(directory.Value, new TariffPrices(tariffs, directory), Seller.Register(SellerId.New(now), TestSellers.Registration("Acme Traders"), now), [], now);
        var orders = new OrderBook(new Dictionary<string, string>());
        var faults = sheet.Rows.Select(row => orders.Take(check.Check(
                map.Columns.Where(column => column.Index < row.Cells.Count && !row.Cells[column.Index].IsEmpty).ToDictionary(column => column.Column!.Value, column => row.Cells[column.Index]),
                RowKey.Of(Guid.Empty, row.Number)), row.Number))
            .SelectMany((row, i) => row.Faults.Select(fault => $"{map.CellName(fault.Column!.Value, i + 2)} {fault.Code}"));
        Assert.Equal(
            ["A6 LongNumber", "D7 MobileMalformed", "I8 ToPincodeMalformed", "A9 OrderTwice", "J10 NotAWeight", "K11 SizeIncomplete"],
            faults);
    }
}
