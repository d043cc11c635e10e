using System.Globalization;
using System.Net;
using System.Resources;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Sellers;

public sealed class SellerPagesTests(TestHost host)
{
    [Fact]
    public async Task Register_Faulty_NamesTheFaultsAndKeepsWhatWasTyped()
    {
        var visit = await new SiteVisit(host.Anonymous()).SendAsync("/account/register", "register", Fields("acme-faulty", ("Input.Gstin", "27AAPFU0939F1ZW"), ("Input.Pincode", "999999")));
        Assert.StartsWith("The last character does not fit", visit.FaultAt("Gstin"), StringComparison.Ordinal);
        Assert.Equal("This pincode is not in the India Post directory; check the digits.", visit.FaultAt("Pincode"));
        Assert.Null(visit.FaultAt("Mobile"));
        Assert.Contains("value=\"Godown 2, Napier Town\"", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Postage-2026", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_Good_IsSignedInAndReadsWhatHappensNext()
    {
        var visit = await new SiteVisit(host.Anonymous()).SendAsync("/account/register", "register", Fields("acme-good"));
        Assert.Equal("/account/seller", visit.SentTo);
        await visit.FollowAsync();
        Assert.Contains("Until it is approved you can see prices, but not book.", visit.Page, StringComparison.Ordinal);
        Assert.Equal("/denied?ReturnUrl=%2Fadmin%2Fsellers", (await visit.OpenAsync("/admin/sellers")).SentTo);

        await visit.SendAsync("/account/seller", "pickup", PickupFields("482008"));
        Assert.Contains("The address is saved.", visit.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"482008\"", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnSeller_Rejected_ShowsTheReasonAndSendsAgain()
    {
        var visit = await new SiteVisit(host.Anonymous()).SendAsync("/account/register", "register", Fields("acme-rejected"));
        await using (var database = host.Database())
        {
            database.Sellers.Single(seller => seller.GemSellerId == "ACME-REJECTED").Reject("Send the GST certificate's name.", TimeProvider.System.GetUtcNow());
            await database.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        await visit.OpenAsync("/account/seller");
        Assert.Contains("Send the GST certificate's name.", visit.Page, StringComparison.Ordinal);
        var fields = Fields("acme-rejected", ("Input.LegalName", "Acme Trading Company"));
        await visit.SendAgainAsync("/account/seller", "resubmit", fields);
        Assert.Contains("Sent. An admin looks at it again.", visit.Page, StringComparison.Ordinal);
        Assert.Contains("Acme Trading Company", visit.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Seller)]
    [InlineData(Roles.CscOperator)]
    [InlineData(Roles.PostalStaff)]
    public async Task AdminPages_OtherRoles_AreDenied(string role)
    {
        var client = host.As(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { role } });
        foreach (var page in new[] { "/admin/sellers", $"/admin/sellers/{Guid.CreateVersion7()}" })
        {
            var answer = await client.GetAsync(page, Xunit.TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden || answer.Headers.Location?.PathAndQuery.StartsWith("/denied", StringComparison.Ordinal) == true, $"{page}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task AdminPages_Admin_AreRendered()
    {
        var client = host.As(TestSellers.Admin);
        Assert.Contains("<h1", await client.GetStringAsync("/admin/sellers?status=Pending", Xunit.TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("No such seller", await client.GetStringAsync($"/admin/sellers/{Guid.CreateVersion7()}", Xunit.TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SellersPage_PendingSeller_IsListedAndApprovedWithAContract()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var seller = await world.PendingAsync();
        await using var context = Context(world);
        var list = context.Render<SellersPage>();
        list.WaitForAssertion(() => Assert.Equal($"/admin/sellers/{seller.Id}", list.Find("td a").GetAttribute("href")));

        var page = context.Render<SellerPage>(parameters => parameters.Add(one => one.Id, seller.Id.Value));
        page.WaitForElement("input[type=checkbox]").Change(true);
        page.FindAll("button").Single(button => button.TextContent.Contains("Approve seller", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("Approved. The seller can book.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("1000000001", page.Markup, StringComparison.Ordinal);
        Assert.Contains("40000001", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task SellerPage_RejectedWithoutReason_SaysSoAndAnotherAdminsDecisionIsNamed()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var seller = await world.PendingAsync();
        await using var context = Context(world);
        var page = context.Render<SellerPage>(parameters => parameters.Add(one => one.Id, seller.Id.Value));
        page.WaitForElement("textarea");
        page.FindAll("button").Single(button => button.TextContent.Contains("Reject registration", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("Write what the seller must correct.", page.Markup, StringComparison.Ordinal));

        await world.Approve.ExecuteAsync(TestSellers.Admin, seller.Id, seller.Version, false, SellerWorld.Token);
        page.FindAll("button").Single(button => button.TextContent.Contains("Approve seller", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("Nothing was changed: another admin decided", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SellersPage_NobodyWaits_SaysSo()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world);
        var list = context.Render<SellersPage>();
        list.WaitForAssertion(() => Assert.Contains("No seller has registered yet", list.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-IN")]
    [InlineData("hi-IN")]
    public void Texts_EveryFaultAndStatus_HaveASentence(string language)
    {
        var texts = new ResourceManager(typeof(SellersTexts)).GetResourceSet(CultureInfo.GetCultureInfo(language[..2]), createIfNotExists: true, tryParents: false)!;
        var keys = new List<string>();
        Add<GstinFault>("Gstin");
        Add<PanFault>("Pan");
        Add<UdyamFault>("Udyam");
        Add<SellerPortal.Domain.Addresses.MobileFault>("Mobile");
        keys.RemoveAll(key => key is "GstinNone" or "PanNone" or "UdyamNone" or "MobileNone" or "GstinEmpty" or "PanEmpty" or "UdyamEmpty");
        Add<SellerStatus>("Status");
        Add<SellerStatus>("Own");
        Add<SellerStatus>("Decided");
        Add<DecisionOutcome>("Outcome");
        keys.Remove("OutcomeDone");
        if (language == "en-IN") texts = new ResourceManager(typeof(SellersTexts)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        Assert.All(keys, key => Assert.False(string.IsNullOrEmpty(texts.GetString(key)), key));

        void Add<TEnum>(string prefix)
            where TEnum : struct, Enum => keys.AddRange(Enum.GetNames<TEnum>().Select(name => prefix + name));
    }

    private static (string Name, string Value)[] Fields(string gem, params (string Name, string Value)[] others) =>
    [
        .. new (string Name, string Value)[]
        {
            ("Input.Email", $"{gem}@example.in"), ("Input.Password", "Postage-2026"), ("Input.LegalName", "Acme Traders"), ("Input.Gstin", "27AAPFU0939F1ZV"),
            ("Input.GemSellerId", gem), ("Input.Mobile", "98260 12345"), ("Input.Line1", "Godown 2, Napier Town"), ("Input.Pincode", "482001"),
        }.Where(field => others.All(other => other.Name != field.Name)),
        .. others,
    ];

    private static (string Name, string Value)[] PickupFields(string pincode) =>
        [("Pickup.Mobile", "9826012345"), ("Pickup.Line1", "Plot 7, Richhai"), ("Pickup.Pincode", pincode)];

    [Fact]
    public async Task OwnerMissing_Pressed_SendsTheInvitationOrSaysWhyNot()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var seller = await OwnerInvitationTests.RegisterAsync(world);
        await using var context = Context(world);
        var panel = context.Render<OwnerMissing>(parameters => parameters.Add(p => p.Seller, seller));
        panel.WaitForAssertion(() => Assert.Contains("The invitation went to ravi@example.in.", panel.Markup, StringComparison.Ordinal));
        await panel.Find("button").ClickAsync(new());
        panel.WaitForAssertion(() => Assert.StartsWith("Not sent: the last one went out a moment ago", panel.Find("p[role=status]").TextContent, StringComparison.Ordinal));
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await panel.Find("button").ClickAsync(new());
        panel.WaitForAssertion(() => Assert.Equal("The invitation is on its way.", panel.Find("p[role=status]").TextContent));

        await using var database = world.Databases.CreateDbContext();
        await database.Database.ExecuteSqlRawAsync("DROP TABLE \"TeamEvents\"", Xunit.TestContext.Current.CancellationToken);
        await panel.Find("button").ClickAsync(new());
        panel.WaitForAssertion(() => Assert.Equal("The invitation could not be sent. Try again in a moment.", panel.Find("p[role=alert]").TextContent));
    }

    private static BunitContext Context(SellerWorld world)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddSingleton<TimeProvider>(world.Time);
        context.Services.AddSingleton(new ListSellers(world.Databases));
        context.Services.AddSingleton(new ReadSeller(world.Databases));
        context.Services.AddSingleton(world.Owner);
        context.Services.AddSingleton(world.Approve);
        context.Services.AddSingleton(world.Reject);
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("admin");
        authorization.SetRoles(Roles.Admin);
        authorization.SetClaims(ActorClaims.Of(TestSellers.Admin));
        return context;
    }
}
