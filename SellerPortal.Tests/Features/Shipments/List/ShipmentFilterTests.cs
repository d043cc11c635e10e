using CsCheck;
using Microsoft.AspNetCore.Http;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;

namespace SellerPortal.Tests.Features.Shipments.List;

public sealed class ShipmentFilterTests
{
    [Theory]
    [InlineData("?from=31-12-2026&to=2026-13-01&product=XX&pincode=012345&at=5&tile=9&status=1")]
    [InlineData("?from=0001-01-01&to=9999-12-31&at=-1--1&q=%20%0D%0A%00&order=&article=%20")]
    [InlineData("?at=99999999999999999999-1&tile=&product=&pincode=&status=")]
    [InlineData("?at=1795000000123456-50&tile=ToPrint,ToHandOver&status=%2B1")]
    [InlineData("???&&==")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_OfNonsense_LeavesItOut(string? query) => Assert.Equal(new ShipmentFilter(), ShipmentFilter.Parse(query));

    [Fact]
    public void Parse_OfAHugeText_KeepsItsBeginning()
    {
        var filter = ShipmentFilter.Parse($"?q={new string('x', 100_000)}&order={new string('y', 5_000)}");
        Assert.Equal((80, 80), (filter.Text!.Length, filter.Order!.Length));
    }

    [Fact]
    public void ToQuery_OfAnyFilter_IsReadBackAlike() => Gen.String.Array[4].Sample(texts =>
    {
        var filter = ShipmentFilter.Parse(QueryString.Create("q", texts[0]).Add("order", texts[1]).Add("article", texts[2]).Add("tile", texts[3].Length % 2 == 0 ? "NeedsYou" : texts[3]).Value);
        Assert.Equal(filter, ShipmentFilter.Parse(filter.ToQuery()));
        Assert.True(ShipmentFilter.Parse(new ShipmentFilter { Text = filter.Text, Tile = ShipmentTile.InTransit }.ToQuery()).Tile == ShipmentTile.InTransit);
    });

    [Fact]
    public void ToQuery_OfEveryStatus_IsReadBackAlike() => Assert.All(Enum.GetValues<ShipmentStatus>(), status =>
    {
        Assert.Equal(status, ShipmentFilter.Parse(new ShipmentFilter { Status = status }.ToQuery()).Status);
        Assert.Equal(status, ShipmentFilter.Parse($"?status={status.ToString().ToLowerInvariant()}").Status);
    });

    [Theory]
    [InlineData("Status,consignee,Nonsense", "Consignee,Status")]
    [InlineData("Paid", "Paid")]
    [InlineData("", "Consignee,Contract,Product,Charged,Paid,Status")]
    [InlineData("7,8", "Consignee,Contract,Product,Charged,Paid,Status")]
    public void Parse_OfColumns_KeepsTheKnownOnesInTheOrderOfTheTable(string text, string expected) =>
        Assert.Equal(expected, ShipmentColumns.Write(ShipmentColumns.Parse(text)));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+91", "'+91")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("Acme =1", "Acme =1")]
    [InlineData("", "")]
    public void Harmless_OfACellLikeAFormula_IsText(string cell, string expected) => Assert.Equal(expected, ExportShipments.Harmless(cell));

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "1,2")]
    [InlineData(3, "1,2,3")]
    [InlineData(4, "1,2,more")]
    [InlineData(9, "1,2,more")]
    public void Fitting_OfMoreRowsThanASheetHolds_SaysSoInItsLastRow(int count, string expected)
    {
        var read = 0;
        var rows = Enumerable.Range(1, count).Select(i =>
        {
            read++;
            return new Dictionary<string, object?>(StringComparer.Ordinal) { ["Article"] = i, ["Status"] = "Booked" };
        });
        var sheet = ExportShipments.Fitting(rows, ["Article", "Status"], "more", most: 3).ToList();
        Assert.Equal(expected, string.Join(',', sheet.Select(row => row["Article"])));
        Assert.All(sheet, row => Assert.Equal(["Article", "Status"], row.Keys));
        Assert.True(read <= 4, "It reads on after the sheet is full.");
    }
}
