using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Makes keys for other systems, shows when they were last used, renews and revokes them.</summary>
public sealed partial class KeyDesk
{
    /// <summary>What a key made here may be allowed to do.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Offered { get; set; }

    /// <summary>What a first key is for.</summary>
    [Parameter, EditorRequired]
    public required string EmptyHint { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ManageApiKeys Manage { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<ApiKeyRow>? Keys { get; set; }

    private string? Name { get; set; }

    private HashSet<string> Scopes { get; } = [];

    private int ExpiryDays { get; set; } = 365;

    /// <summary>The key just made, until it was copied.</summary>
    private string? NewKey { get; set; }

    private string? NameFault { get; set; }

    private string? ScopeFault { get; set; }

    /// <summary>Why the last act was not done.</summary>
    private string? Said { get; set; }

    private bool Busy { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        if (Offered.Count == 1) Scopes.Add(Offered[0]);
        return LoadAsync();
    }

    /// <summary>tracking:write becomes ScopeTrackingWrite.</summary>
    private static string ScopeKey(string scope) => "Scope" + string.Concat(scope.Split(':').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private async Task<Actor> ActorAsync() => (await Authentication).User.ToActor();

    private async Task LoadAsync() => Keys = await Manage.ListAsync(await ActorAsync(), CancellationToken.None);

    private void Toggle(string scope)
    {
        if (!Scopes.Remove(scope)) Scopes.Add(scope);
    }

    private Task CreateAsync()
    {
        NameFault = string.IsNullOrWhiteSpace(Name) ? Texts["NameMissing"].Value : null;
        ScopeFault = Scopes.Count == 0 ? Texts["ScopeMissing"].Value : null;
        if (NameFault is not null || ScopeFault is not null) return Task.CompletedTask;
        var expires = ExpiryDays > 0 ? Clock.GetUtcNow().AddDays(ExpiryDays) : (DateTimeOffset?)null;
        return ActAsync(async actor =>
        {
            var made = await Manage.CreateAsync(new NewApiKey(Name!.Trim(), Scopes, expires, actor.IsAdmin ? null : actor.SellerId), actor, CancellationToken.None);
            if (made.Key is not null) Name = null;
            return made;
        });
    }

    private Task RotateAsync((Guid Id, int Hours) wish) =>
        ActAsync(actor => Manage.RotateAsync(wish.Id, TimeSpan.FromHours(wish.Hours), actor, CancellationToken.None));

    private async Task RevokeAsync(Guid id)
    {
        await Manage.RevokeAsync(id, await ActorAsync(), CancellationToken.None);
        await LoadAsync();
    }

    private async Task ActAsync(Func<Actor, Task<MadeApiKey>> act)
    {
        if (Busy) return;
        (Busy, Said) = (true, null);
        try
        {
            var made = await act(await ActorAsync());
            if (made.Key is not null) NewKey = made.Key;
            else Said = Texts[$"Refused{made.Refusal}", ApiKey.MostOpen];
            await LoadAsync();
        }
        finally
        {
            Busy = false;
        }
    }
}
