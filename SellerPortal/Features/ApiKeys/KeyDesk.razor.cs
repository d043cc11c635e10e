using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiKeys;

/// <summary>An admin makes keys for other systems, sees when they were last used, and revokes them.</summary>
public sealed partial class ApiKeysPage
{
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ManageApiKeys Manage { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<ApiKeyRow>? Keys { get; set; }

    private string? Name { get; set; }

    private HashSet<string> Scopes { get; } = [ApiScopes.TrackingWrite];

    private int ExpiryDays { get; set; } = 365;

    /// <summary>The key just made, until the admin has copied it.</summary>
    private string? NewKey { get; set; }

    private string? NameFault { get; set; }

    private string? ScopeFault { get; set; }

    private bool Busy { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <summary>tracking:write becomes ScopeTrackingWrite.</summary>
    private static string ScopeKey(string scope) => "Scope" + string.Concat(scope.Split(':').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private async Task LoadAsync() => Keys = await Manage.ListAsync(CancellationToken.None);

    private void Toggle(string scope)
    {
        if (!Scopes.Remove(scope)) Scopes.Add(scope);
    }

    private async Task CreateAsync()
    {
        NameFault = string.IsNullOrWhiteSpace(Name) ? Texts["NameMissing"].Value : null;
        ScopeFault = Scopes.Count == 0 ? Texts["ScopeMissing"].Value : null;
        if (Busy || NameFault is not null || ScopeFault is not null) return;
        Busy = true;
        try
        {
            var expires = ExpiryDays > 0 ? Clock.GetUtcNow().AddDays(ExpiryDays) : (DateTimeOffset?)null;
            var actor = (await Authentication).User.ToActor();
            NewKey = await Manage.CreateAsync(new NewApiKey(Name!.Trim(), Scopes, expires), actor, CancellationToken.None);
            Name = null;
            await LoadAsync();
        }
        finally
        {
            Busy = false;
        }
    }

    private async Task RevokeAsync(Guid id)
    {
        await Manage.RevokeAsync(id, CancellationToken.None);
        await LoadAsync();
    }
}
