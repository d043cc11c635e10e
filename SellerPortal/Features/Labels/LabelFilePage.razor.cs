using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Labels;

/// <summary>One file of many labels. It looks every half second while the file is made, and can be left and found again.</summary>
public sealed partial class LabelFilePage
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private Actor actor = null!;

    /// <summary>The file's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private LabelFiles Files { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<LabelFilePage> Log { get; set; } = null!;

    private LabelFileRow? File { get; set; }

    /// <summary>The paper for printing once more.</summary>
    private LabelPaper Paper { get; set; } = LabelPaper.Usual;

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    private bool HasFile => File!.HasFile(Clock.GetUtcNow());

    /// <summary>The key of the words for how it ended.</summary>
    private string EndTitle => File!.Status switch
    {
        LabelJobStatus.Failed => "FailedTitle",
        LabelJobStatus.Empty => "EmptyFileTitle",
        _ => HasFile ? "ReadyTitle" : "GoneTitle",
    };

    private bool IsZpl => File!.Paper.Language == PrinterLanguage.Zpl;

    private string SizeText => File!.Bytes < 1_048_576
        ? Texts["Kilobytes", IndianFormat.Number((File.Bytes + 1023) / 1024)]
        : Texts["Megabytes", (File.Bytes / 1_048_576m).ToString("#,##0.0", CultureInfo.InvariantCulture)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor = (await Authentication).User.ToActor();
        File = null;
        await LoadAsync();
        if (File is null && !Failed && !Leaving.IsCancellationRequested) Navigation.NotFound();
        if (File is not null) Paper = (await Files.DeskAsync(actor, Leaving)).Paper;
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && !Leaving.IsCancellationRequested) _ = LookAgain.EveryAsync(LookEvery, Clock, LookAsync, Leaving);
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        if (File is not { IsMoving: true }) return;
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        try
        {
            File = await Files.FindAsync(actor, Id, Leaving);
            Failed = false;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The labels {File} could not be read.", Id);
            Failed = File is null;
        }
    }

    private async Task AgainAsync()
    {
        if (Busy) return;
        Busy = true;
        try
        {
            if (await Files.AgainAsync(actor, Id, Paper, Leaving) is { } again) Navigation.NavigateTo(PortalUrls.LabelFile(again));
        }
        finally
        {
            Busy = false;
        }
    }
}
