using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Platform;

namespace SellerPortal.Features.Manifests;

/// <summary>One manifest: what is on it, its papers, and while it is open what to change.</summary>
public sealed partial class ManifestPage
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ReadManifests Read { get; set; } = null!;

    [Inject]
    private FillManifest Fill { get; set; } = null!;

    [Inject]
    private TakeOffManifest TakeOff { get; set; } = null!;

    [Inject]
    private CloseManifest Close { get; set; } = null!;

    [Inject]
    private OrderManifestLabels Labels { get; set; } = null!;

    private ManifestRow Shown => Page!.View!.Manifest;

    private bool MayWrite => Page!.MayWrite;

    private bool Busy { get; set; }

    private string? Said { get; set; }

    /// <inheritdoc/>
    protected override int Parse(string query) => ManifestsUrl.PageIn(query);

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, int filter, CancellationToken token) =>
        new(await Read.OneAsync(actor, new ManifestId(Id), filter, token), actor.MayWrite);

    private Task AddAllAsync() => DoAsync(async actor => await Fill.ExecuteAsync(actor, Shown.Id, null, Leaving) switch
    {
        FillResult.Filled { Added: 1 } => Texts["AddedOne"].Value,
        FillResult.Filled filled => Texts["Added", IndianFormat.Number(filled.Added)].Value,
        FillResult.Refused refused => Texts[$"Refused{refused.Why}"].Value,
        _ => null,
    });

    private Task TakeOffAsync(ManifestLine line) => DoAsync(async actor => await TakeOff.ExecuteAsync(actor, Shown.Id, line.ShipmentId, Leaving) switch
    {
        TakeOffResult.TakenOff or TakeOffResult.NotOnIt => Texts["TakenOff", line.Article].Value,
        TakeOffResult.NotAllowed => Texts["RefusedNotAllowed"].Value,
        _ => Texts["RefusedClosed"].Value,
    });

    private Task PrintLabelsAsync() => DoAsync(async actor =>
    {
        if (await Labels.ExecuteAsync(actor, Shown.Id, Leaving) is not { } file) return Texts["NothingOnIt"].Value;
        Navigation.NavigateTo(PortalUrls.LabelFile(file));
        return null;
    });

    private Task CloseAsync() => DoAsync(async actor => await Close.ExecuteAsync(actor, Shown.Id, Leaving) switch
    {
        CloseResult.Empty => Texts["NothingOnIt"].Value,
        CloseResult.NotAllowed => Texts["RefusedNotAllowed"].Value,
        _ => null,
    });

    private async Task DoAsync(Func<Actor, Task<string?>> step)
    {
        if (Busy) return;
        Busy = true;
        try
        {
            Said = await step(await ActorAsync());
            await LoadAsync();
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>What was read for the page.</summary>
    /// <param name="View">The manifest; null when it does not exist for who looks.</param>
    /// <param name="MayWrite">True when who looks may change it.</param>
    public sealed record Answer(ManifestView? View, bool MayWrite);
}
