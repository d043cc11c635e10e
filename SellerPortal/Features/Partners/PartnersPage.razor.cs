using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Partners;

/// <summary>An admin admits partners, gives them new secrets, and shuts them out.</summary>
public sealed partial class PartnersPage
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ManagePartners Manage { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<PartnerRow>? Rows { get; set; }

    private string? Name { get; set; }

    /// <summary>True to admit one that only tries.</summary>
    private bool ForTest { get; set; }

    private string? NameFault { get; set; }

    /// <summary>What a partner is told once, until it was copied.</summary>
    private PartnerAccessData? Shown { get; set; }

    /// <summary>Why the last act was not done.</summary>
    private string? Said { get; set; }

    private bool Busy { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task<Actor> ActorAsync() => (await Authentication).User.ToActor();

    private async Task LoadAsync() => Rows = await Manage.ListAsync(await ActorAsync(), CancellationToken.None);

    private Task AdmitAsync()
    {
        NameFault = string.IsNullOrWhiteSpace(Name) ? Texts["NameMissing"].Value : null;
        if (NameFault is not null) return Task.CompletedTask;
        return ActAsync(async actor =>
        {
            var access = await Manage.AdmitAsync(actor, Name!, ApiScopes.OfPartners.ToHashSet(StringComparer.Ordinal), ForTest, CancellationToken.None);
            if (access is not null) (Name, ForTest) = (null, false);
            return access;
        });
    }

    private Task RotateAsync(Guid id) => ActAsync(actor => Manage.RotateAsync(actor, id, Overlap, CancellationToken.None));

    private async Task RevokeAsync(Guid id)
    {
        await Manage.RevokeAsync(await ActorAsync(), id, CancellationToken.None);
        await LoadAsync();
    }

    private async Task ActAsync(Func<Actor, Task<PartnerAccessData?>> act)
    {
        if (Busy) return;
        (Busy, Said) = (true, null);
        try
        {
            if (await act(await ActorAsync()) is { } access) Shown = access;
            else Said = Texts["Refused"];
            await LoadAsync();
        }
        finally
        {
            Busy = false;
        }
    }
}
