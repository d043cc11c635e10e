using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Npgsql;
using SellerPortal.Components.Layout;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Tests.Components.Faults;

/// <summary>What a visitor sees when the database does not answer to a press, and when a page stumbles.</summary>
public sealed class PageFaultTests : BunitContext
{
    public PageFaultTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-IN");
        Services.AddLocalization();
        Services.AddAntiforgery();
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        JSInterop.Mode = JSRuntimeMode.Loose;
        AddAuthorization().SetAuthorized("seller");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public static TheoryData<Exception> OfTheDatabase { get; } =
    [
        new SqliteException("database is locked", 5),
        new NpgsqlException("Exception while reading from stream"),
        new InvalidOperationException("An exception has been raised that is likely due to a transient failure.", new NpgsqlException("Failed to connect")),
        new DbUpdateException("An error occurred while saving.", new SqliteException("disk I/O error", 10)),
        new DbUpdateConcurrencyException("Nothing was changed."),
    ];

    [Theory]
    [MemberData(nameof(OfTheDatabase), DisableDiscoveryEnumeration = true)]
    public void Press_DatabaseDoesNotAnswer_IsSaidAndWhatWasTypedStays(Exception fault)
    {
        Assert.True(fault.IsOfDatabase());
        var page = RenderForm(() => fault);
        page.Find("#typed").Change("Asha Traders");
        page.Find("#save").Click();

        page.WaitForAssertion(() => Assert.Contains("database did not answer", page.Find(".fault-notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("Asha Traders", page.Find("#typed").GetAttribute("value"));
        Assert.False(page.Find("#save").HasAttribute("disabled"));

        page.Find(".fault-notice button").Click();
        Assert.Empty(page.FindAll(".fault-notice"));
    }

    [Fact]
    public void Press_ProgramStumbles_PageSaysSoAndTheFrameStands()
    {
        var page = RenderForm(() => new InvalidOperationException("A claim is missing."));
        page.Find("#save").Click();

        page.WaitForAssertion(() => Assert.Contains("Something went wrong", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#typed"));
        Assert.NotEmpty(page.FindAll($"a[href='{PortalUrls.Shipments}']"));

        page.Find("[role=alert] button").Click();
        Assert.NotEmpty(page.FindAll("#typed"));
    }

    [Fact]
    public void IsTransientOfDatabase_OnlyWhatMayBeGoneNextTime()
    {
        Assert.True(new InvalidOperationException("", new NpgsqlException("", new TimeoutException())).IsTransientOfDatabase());
        Assert.False(new DbUpdateException("", new SqliteException("constraint", 19)).IsTransientOfDatabase());
        Assert.False(new TimeoutException().IsTransientOfDatabase());
    }

    private IRenderedComponent<PortalLayout> RenderForm(Func<Exception> fault) => Render<PortalLayout>(layout => layout.Add(
        p => p.Body,
        (RenderFragment)(builder =>
        {
            builder.OpenComponent<ForgetfulForm>(0);
            builder.AddComponentParameter(1, nameof(ForgetfulForm.Fault), fault);
            builder.CloseComponent();
        })));
}
