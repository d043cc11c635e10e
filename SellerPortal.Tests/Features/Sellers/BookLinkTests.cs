using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Sellers;

/// <summary>The links to the booking page, in the header, the menu and the phone's bar.</summary>
public sealed class BookLinkTests(TestHost host)
{
    private static readonly string Link = $"href=\"{PortalUrls.Book}\"";
    private static readonly string SheetLink = $"href=\"{PortalUrls.Bulk}\"";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BookLink_SellerWaits_AppearsWithTheApproval()
    {
        var made = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        var seller = Seller.Register(SellerId.New(made), TestSellers.Registration("New Traders"), made);
        await using var database = host.Database();
        database.Sellers.Add(seller);
        await database.SaveChangesAsync(Token);
        using var client = host.As(TestSellers.ActorOf(seller.Id));
        var waiting = Frame(await client.GetStringAsync(PortalUrls.Today, Token));
        Assert.DoesNotContain(Link, waiting, StringComparison.Ordinal);
        Assert.DoesNotContain(SheetLink, waiting, StringComparison.Ordinal);

        await database.Sellers.Where(row => row.Id == seller.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, SellerStatus.Approved), Token);
        // The header, the menu, the phone's bar and the menu behind its "More".
        var approved = Frame(await client.GetStringAsync(PortalUrls.Today, Token));
        Assert.Equal(4, approved.Split(Link).Length - 1);
        Assert.Contains(SheetLink, approved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BookLink_ColleagueWhoOnlyLooks_IsNotThereAndTheSheetsAre()
    {
        await using var database = host.Database();
        var (_, actor) = await TestSellers.ApprovedAsync(database);
        using var client = host.As(actor with { Team = TeamRole.ViewOnly });
        var page = Frame(await client.GetStringAsync(PortalUrls.Shipments, Token));
        Assert.DoesNotContain(Link, page, StringComparison.Ordinal);
        Assert.Contains(SheetLink, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Book from a sheet", page, StringComparison.Ordinal);
    }

    /// <summary>What stands around the page itself.</summary>
    private static string Frame(string page)
    {
        var (start, end) = (page.IndexOf("<main", StringComparison.Ordinal), page.IndexOf("</main>", StringComparison.Ordinal));
        return page[..start] + page[end..];
    }
}
