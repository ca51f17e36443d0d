using System.Xml.Linq;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>The package versions of this build.</summary>
internal static class Versions
{
    private static readonly string Own = XDocument.Load(Repository.At("Directory.Build.props")).Descendants("Version").Single().Value;

    private static readonly XDocument Central = XDocument.Load(Repository.At("Directory.Packages.props"));

    private static readonly Dictionary<string, string> Others = Central.Descendants("PackageVersion")
        .ToDictionary(entry => entry.Attribute("Include")!.Value, entry => Resolve(entry.Attribute("Version")!.Value));

    private static string Resolve(string version) =>
        version.StartsWith("$(", StringComparison.Ordinal) ? Central.Descendants(version[2..^1]).Single().Value : version;

    /// <summary>Returns the version of a package, built here or referenced.</summary>
    public static string Get(string package) => package.StartsWith("Latent.", StringComparison.Ordinal) ? Own : Others[package];
}
