using SellerPortal.Printing;

namespace SellerPortal.Tests.Printing;

public sealed class LabelPrinterTests
{
    [Fact]
    public async Task PrintAsync_All_Show()
    {
        using var printer = new LabelPrinter();
        foreach (var format in Enum.GetValues<LabelFormat>())
        {
            await using var file = File.Create($"/tmp/spike/{format.ToCode()}.pdf");
            await printer.PrintAsync(
                [SampleLabels.Contract(SampleLabels.Hindi), SampleLabels.Retail(SampleLabels.English), SampleLabels.Contract(SampleLabels.Longest),
                 SampleLabels.Contract(SampleLabels.Urdu) with { CollectOnDelivery = new(120000) }, SampleLabels.Contract(SampleLabels.Tamil), SampleLabels.Contract(SampleLabels.Mixed)],
                format, 1, file, TestContext.Current.CancellationToken);
        }
    }
}
