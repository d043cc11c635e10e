using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Where a sheet is uploaded and the jobs of earlier ones are found again.</summary>
public sealed partial class BulkPage : IAsyncDisposable
{
    private IJSObjectReference? module;

    [SupplyParameterFromQuery(Name = "refused")]
    private string? Refused { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? Number { get; set; }

    /// <summary>Made once with the form and carried over from prerendering: a form sent twice makes one job.</summary>
    [PersistentState]
    public Guid? Key { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadJobs Read { get; set; } = null!;

    [Inject]
    private RowWords Words { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<BulkPage> Log { get; set; } = null!;

    private BulkJobList? Jobs { get; set; }

    private bool MayWrite { get; set; }

    private bool Failed { get; set; }

    private DateTimeOffset Now { get; set; }

    private int Page => Math.Max(1, Number ?? 1);

    private string? RefusedText
    {
        get
        {
            if (Refused == BulkEndpoints.FormExpired) return Texts["FormExpired"];
            return Enum.TryParse<SheetRefusal>(Refused, out var refusal) && Enum.IsDefined(refusal) ? Words.Refusal(refusal, line: null) : null;
        }
    }

    private static string UploadUrl => $"{PortalUrls.Bulk}/upload";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Key ??= Guid.CreateVersion7(Clock.GetUtcNow());
        MayWrite = (await Authentication).User.ToActor().MayWrite;
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !MayWrite) return;
        module = await Js.InvokeAsync<IJSObjectReference>("import", "/js/bulk.js");
        await module.InvokeVoidAsync("watch", Sheet.LargestFile);
    }

    private static string TemplateUrl(string type) => $"{PortalUrls.Bulk}/template.{type}";

    private static string UrlOf(int page) => page == 1 ? PortalUrls.Bulk : string.Create(CultureInfo.InvariantCulture, $"{PortalUrls.Bulk}?page={page}");

    private async Task LoadAsync()
    {
        Failed = false;
        try
        {
            Jobs = await Read.JobsAsync((await Authentication).User.ToActor(), Page, Leaving);
            Now = Clock.GetUtcNow();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left before the answer came.
        }
        catch (Exception fault)
        {
            Log.LogError(fault, "The list of bulk jobs could not be read.");
            Failed = true;
        }
    }
}
