// Each class breaks one rule of the house on purpose: a rule that does not name it does not bite.
using HarfBuzzSharp;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;

#pragma warning disable IDE0130 // The namespaces are those of the portal's areas, so that the rules look here.

namespace SellerPortal.Domain.Planted
{
    internal static class OffenderOfDomainKnowsNothingElse
    {
        public static async Task<int> CountAsync(DbContext database) => await database.Database.ExecuteSqlRawAsync("SELECT 1");
    }
}

namespace SellerPortal.Platform.Planted
{
    internal static class OffenderOfLowerAreasKnowOnlyTheDomain
    {
        public static string Name() => typeof(SellerPortal.Features.Accounts.AccountsFeature).Name;

        public static PortalDbContext? Context { get; }
    }
}

namespace SellerPortal.Components.Planted
{
    internal static class OffenderOfComponentsKnowNoFeatureAndNoData
    {
        public static PortalDbContext? Context { get; }
    }
}

namespace SellerPortal.Features.PlantedOne
{
    internal sealed class Neighbour;
}

namespace SellerPortal.Features.PlantedTwo
{
    internal static class OffenderOfFeaturesDoNotReachIntoEachOther
    {
        public static async Task<object> ReachAsync()
        {
            await Task.Yield();
            return new PlantedOne.Neighbour();
        }
    }

    internal static class OffenderOfShapingStaysInPrinting
    {
        public static HarfBuzzSharp.Buffer Text() => new();
    }

    internal static class OffenderOfDatabaseProvidersStayInData
    {
        public static NpgsqlConnection Open() => new();
    }

    internal sealed class OffenderOfSignInManagerStaysInAccounts(SignInManager<PortalUser> signIn)
    {
        public SignInManager<PortalUser> SignIn => signIn;
    }

    internal sealed class OffenderOfHttpContextStaysAtTheEdge
    {
        public static string Path(HttpContext context) => context.Request.Path;
    }
}
