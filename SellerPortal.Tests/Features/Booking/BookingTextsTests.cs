using System.Globalization;
using System.Resources;
using SellerPortal.Domain.Articles;
using SellerPortal.Features.ArticleNumbers;
using SellerPortal.Domain.Booking;
using SellerPortal.Resources;

namespace SellerPortal.Tests.Features.Booking;

public sealed class BookingTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Texts_EveryFault_IsThere(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var texts = new ResourceManager(typeof(BookingFaultTexts));
        var ranges = new ResourceManager(typeof(ArticleNumbersTexts));
        Assert.All(Enum.GetValues<BookingFault>(), fault => Assert.NotNull(texts.GetString(fault.ToString(), culture)));
        Assert.All(
            Enum.GetValues<AllotmentFault>().Where(fault => fault != AllotmentFault.None),
            fault => Assert.NotNull(ranges.GetString($"Fault{fault}", culture)));
    }
}
