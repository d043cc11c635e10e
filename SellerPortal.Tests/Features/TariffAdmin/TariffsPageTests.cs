using System.Net;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.TariffAdmin;

public sealed class TariffsPageTests(TestHost host)
{
    [Fact]
    public async Task Get_Admin_SeesWhatIsLoadedAndWhatIsNot()
    {
        using var client = host.As(TestSellers.Admin);
        var visit = await new SiteVisit(client).OpenAsync("/admin/tariffs");
        Assert.Equal(HttpStatusCode.OK, visit.Answer.StatusCode);
        foreach (var expected in (string[])["SP_PARCEL_CONTRACT", "not loaded", "1 Aug 2026", "1 Oct 2012", "Not published from 16 Dec 2024 to 31 Jul 2026", "Registration", "S.O. 4375(E)"])
        {
            Assert.Contains(expected, visit.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Anybody_IsSentToSignIn()
    {
        using var client = host.Anonymous();
        var visit = await new SiteVisit(client).OpenAsync("/admin/tariffs");
        Assert.Equal(HttpStatusCode.Redirect, visit.Answer.StatusCode);
        Assert.StartsWith("/account/sign-in", visit.SentTo, StringComparison.Ordinal);
    }
}
