using CsCheck;
using SellerPortal.Domain;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Tests.Domain.Labels;

public sealed class LabelPaperTests
{
    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(3, 1, 4)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 4, 4)]
    [InlineData(2, 0, 2)]
    public void After_OnASheetOfFour_GoesOnWhereItEnded(int place, int labels, int expected) =>
        Assert.Equal(expected, new LabelPaper(LabelFormat.A4, Place: place).After(labels).Place);

    [Fact]
    public void After_InTwoPrints_IsAsInOne() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((place, first, second) =>
        {
            var paper = new LabelPaper(LabelFormat.A4, Place: place);
            Assert.Equal(paper.After(first + second), paper.After(first).After(second));
            Assert.InRange(paper.After(first).Place, 1, 4);
        });

    [Fact]
    public void Tidy_ASheetOfFour_IsNeverZpl()
    {
        Assert.Equal(PrinterLanguage.Pdf, new LabelPaper(LabelFormat.A4, PrinterLanguage.Zpl, Place: 9).Tidy().Language);
        Assert.Equal(4, new LabelPaper(LabelFormat.A4, Place: 9).Tidy().Place);
        Assert.Equal(1, new LabelPaper(LabelFormat.Thermal4X6, PrinterLanguage.Zpl, Place: 3).Tidy().Place);
    }

    [Fact]
    public void Settings_OtherPaperInBetween_KeepThePlaceOfTheSheet()
    {
        var settings = LabelSettings.Of(Guid.CreateVersion7(), new LabelPaper(LabelFormat.A4, Place: 3));
        settings.Choose(new LabelPaper(LabelFormat.A7));
        settings.Printed(new LabelPaper(LabelFormat.A7), 5);
        Assert.Equal(3, settings.NextPlace);
        settings.Printed(new LabelPaper(LabelFormat.A4, Place: 3), 3);
        Assert.Equal(2, settings.NextPlace);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LabelJob.MostLabels + 1)]
    public void Order_NoneOrTooMany_IsRefused(int count)
    {
        var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, count).Select(_ => ShipmentId.New(now)).ToList();
        Assert.Throws<DomainRuleException>(() => LabelJob.Order(SellerId.New(now), Guid.CreateVersion7(now), ids, LabelPaper.Usual, now));
    }

    [Fact]
    public void Order_Shipments_KeepTheirOrder()
    {
        var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 300).Select(_ => ShipmentId.New(now)).Reverse().ToList();
        Assert.Equal(ids, LabelJob.Order(SellerId.New(now), Guid.CreateVersion7(now), ids, LabelPaper.Usual, now).ShipmentIds());
    }
}
