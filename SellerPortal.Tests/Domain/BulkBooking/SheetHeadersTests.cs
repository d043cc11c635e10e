using System.Globalization;
using System.Resources;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking;

namespace SellerPortal.Tests.Domain.BulkBooking;

public sealed class SheetHeadersTests
{
    [Theory]
    [InlineData("PIN", SheetColumn.Pincode)]
    [InlineData(" pin  CODE* ", SheetColumn.Pincode)]
    [InlineData("पिनकोड", SheetColumn.Pincode)]
    [InlineData("Weight (g)", SheetColumn.Weight)]
    [InlineData("WEIGHT_IN_GRAMS", SheetColumn.Weight)]
    [InlineData("Weight (kg)", SheetColumn.WeightKg)]
    [InlineData("मोबाइल नंबर", SheetColumn.Mobile)]
    [InlineData("Length (mm)", null)]
    [InlineData("Remarks", null)]
    [InlineData("", null)]
    public void Find_Header_IsKnownHoweverItIsWritten(string header, SheetColumn? expected) => Assert.Equal(expected, SheetHeaders.Find(header));

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Find_HeaderOfTheTemplate_IsKnown(string language)
    {
        var words = new ResourceManager(typeof(BulkBookingTexts));
        Assert.All(SheetColumns.All, column => Assert.Equal(column, SheetHeaders.Find(words.GetString($"Column{column}", CultureInfo.GetCultureInfo(language)))));
    }

    [Fact]
    public void Map_MissingAndDoubledColumns_AreNamed()
    {
        var map = SheetHeaders.Map(["Name", "PIN", "Pincode", "Blob"], new Dictionary<string, SheetColumn?>());
        Assert.Equal([SheetColumn.Mobile, SheetColumn.Line1, SheetColumn.Weight, SheetColumn.Contents], map.Missing);
        Assert.Equal([SheetColumn.Pincode], map.Doubled);
        Assert.Equal(["Blob"], map.Unread);
        Assert.False(map.IsComplete);
    }

    [Fact]
    public void Map_RememberedHeader_OverrulesTheKnownName()
    {
        var remembered = new Dictionary<string, SheetColumn?> { ["pin"] = null, ["blob"] = SheetColumn.Pincode };
        var map = SheetHeaders.Map(["PIN", "Blob"], remembered);
        Assert.Equal([null, SheetColumn.Pincode], map.Columns.Select(column => column.Column));
        Assert.Equal("B7", map.CellName(SheetColumn.Pincode, 7));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    public void Letters_Index_AreTheSpreadsheets(int index, string letters) => Assert.Equal(letters, SheetMap.Letters(index));

    [Fact]
    public void RowKey_SameRow_IsTheSameAndNoOthers()
    {
        var job = Guid.CreateVersion7();
        Assert.Equal(RowKey.Of(job, 7), RowKey.Of(job, 7));
        Assert.Equal(10_000, Enumerable.Range(1, 10_000).Select(row => RowKey.Of(job, row)).Distinct().Count());
    }

    [Fact]
    public void RowJson_CellsAndFaults_ComeBack()
    {
        var cells = new Dictionary<SheetColumn, SheetCell> { [SheetColumn.Order] = new("2025-12-09", IsDate: true), [SheetColumn.Name] = new("पता \"x\"") };
        Assert.Equal(cells, RowJson.ReadCells(RowJson.Write(cells)));
        IReadOnlyList<CellFault> faults = [CellFault.Of(SheetColumn.Order, BulkFault.DateCell, "2025-12-09"), CellFault.Of(null, BulkFault.PriceChanged)];
        Assert.Equal(faults, RowJson.ReadFaults(RowJson.Write(faults)));
    }
}
