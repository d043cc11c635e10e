using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SellerPortal.Platform.Health;

/// <summary>/health/live says that the process answers, /health/ready that it can serve: the database answers too.</summary>
public static class HealthEndpoints
{
    private const string ReadyTag = "ready";

    /// <summary>Registers the checks; <typeparamref name="TContext"/> is the database that must answer.</summary>
    public static IServiceCollection AddPortalHealth<TContext>(this IServiceCollection services)
        where TContext : DbContext
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck<TContext>>("database", tags: [ReadyTag]);
        return services;
    }

    /// <summary>Maps both endpoints, open to everyone and without detail.</summary>
    public static void MapPortalHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous();
    }

    private sealed class DatabaseCheck<TContext>(IDbContextFactory<TContext> factory) : IHealthCheck
        where TContext : DbContext
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var database = await factory.CreateDbContextAsync(cancellationToken);
            return await database.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
