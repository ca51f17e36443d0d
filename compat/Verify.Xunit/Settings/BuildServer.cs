namespace VerifyTests;

internal static class BuildServer
{
    private static readonly string[] Variables = ["CI", "TF_BUILD", "GITHUB_ACTION", "TEAMCITY_VERSION", "JENKINS_URL", "GITLAB_CI", "APPVEYOR", "TRAVIS", "BUILDKITE"];

    public static bool Detected => Array.Exists(Variables, name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
}
