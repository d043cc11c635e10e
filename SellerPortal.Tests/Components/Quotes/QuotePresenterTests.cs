using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerPortal.Components.Quotes;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Resources;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Components.Quotes;

public sealed class QuotePresenterTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly StringLocalizer<QuoteTexts> _texts = new(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    private QuotePresenter Presenter => new(_texts);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Explain_EveryKindOfQuote_HasASentenceForEachLine(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var parcel = RealTariffs.Parcel(7_300);
        QuoteRequest[] requests =
        [
            parcel,
            parcel with { Size = new Dimensions(300, 200, 120) },
            parcel with { Size = new Dimensions(800, 600, 400), SenderGstState = 7, AfterCutOff = true, DeliveredByBranchOffice = true },
            parcel with { AddOns = AddOnSet.Of(Enum.GetValues<AddOn>()), DeclaredValueRupees = 1_000 },
            parcel with { To = parcel.From },
            parcel with { From = RealTariffs.Entry(110001, "Delhi"), To = RealTariffs.Entry(110096, "Delhi") },
            parcel with { From = RealTariffs.Entry(110001, "Delhi"), To = RealTariffs.Entry(400001, "Maharashtra") },
            parcel with { From = RealTariffs.Entry(685606, "Kerala"), To = RealTariffs.Entry(600001, "Tamil Nadu") },
            parcel with { To = RealTariffs.Entry(462001, "Madhya Pradesh") },
            RealTariffs.Document(50, 700),
            RealTariffs.Document(50, 2_500),
        ];
        var codes = new HashSet<ExplanationCode>();
        foreach (var quote in requests.SelectMany(request => TariffCalculator.QuoteAll(RealTariffs.Book, request).Quotes))
        {
            codes.UnionWith(quote.Explain().Select(line => line.Code));
            Assert.All([.. Presenter.Explain(quote), Presenter.Zone(quote), Presenter.Slab(quote), Presenter.Product(quote.Product), Presenter.Mode(quote.Product)], IsWords);
        }

        Assert.Equal(Enum.GetValues<ExplanationCode>().Order(), codes.Order());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Reason_EveryReason_IsASentence(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        foreach (var reason in Enum.GetValues<UnavailableReason>())
        {
            IsWords(Presenter.Reason(new Unavailable(ProductCode.SpeedPostParcel, reason, "500", "600")));
        }

        Assert.All(Enum.GetValues<AddOn>(), addOn => IsWords(Presenter.AddOn(addOn)));
    }

    [Fact]
    public void Explain_English_SaysTheValues()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var text = string.Join('\n', Presenter.Explain(RealTariffs.Quote(RealTariffs.Parcel(7_300), ProductCode.SpeedPostParcel)));
        Assert.Contains("7,300 g", text, StringComparison.Ordinal);
        Assert.Contains("₹686", text, StringComparison.Ordinal);
        Assert.Contains("₹120", text, StringComparison.Ordinal);
        Assert.Contains("1 Aug 2026", text, StringComparison.Ordinal);
        Assert.Contains("S.O. 4241(E)", text, StringComparison.Ordinal);
    }

    /// <summary>A text without a translation is its key; a value without a place would leave a brace.</summary>
    private static void IsWords(string text)
    {
        Assert.NotEmpty(text);
        Assert.DoesNotMatch("^(Line|Why|Zone|Mode|AddOn|Route|Size)[A-Z]|[{}]", text);
        Assert.DoesNotMatch(@"SellerPortal\.|TariffColumn|Weight \{", text);
    }
}
