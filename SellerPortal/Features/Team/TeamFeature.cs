namespace SellerPortal.Features.Team;

/// <summary>A seller's colleagues: who may do what, who is invited, and what was changed.</summary>
public static class TeamFeature
{
    /// <summary>Registers the use cases of the team.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddScoped<TeamDoor>();
        services.AddScoped<InvitationLetter>();
        services.AddScoped<ReadTeam>();
        services.AddScoped<InviteColleague>();
        services.AddScoped<ChangeInvitation>();
        services.AddScoped<ChangeColleague>();
        return services;
    }
}
