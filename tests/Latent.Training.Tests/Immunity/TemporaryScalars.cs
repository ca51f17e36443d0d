using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Immunity;

/// <summary>
/// Finds calls that create a temporary Scalar: conversions from numbers, and TorchSharp methods that convert a number
/// internally (x + y, whose weight is 1; square; softplus; layers whose forward does). The list is derived from TorchSharp's
/// compiled code, so a new version needs no new list.
/// </summary>
internal sealed class TemporaryScalars
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    // By method: the callee that creates a Scalar; null if the method creates one itself.
    private readonly Dictionary<MethodBase, MethodBase?> creators = [];

    public TemporaryScalars()
    {
        var calls = CallGraph.MethodsOf(typeof(torch).Assembly).ToDictionary(method => method, method => CallsWithin(method).ToHashSet());
        foreach (var method in calls.Keys.Where(CreatesScalar))
            creators.Add(method, null);
        for (var before = -1; before < creators.Count;)
        {
            before = creators.Count;
            foreach (var (method, callees) in calls)
            {
                if (!creators.ContainsKey(method) && callees.FirstOrDefault(creators.ContainsKey) is { } creator)
                    creators.Add(method, creator);
            }
        }
    }

    /// <summary>Returns the calls of a method that create a temporary Scalar, each with its call chain.</summary>
    public IEnumerable<string> In(MethodBase method) => CallGraph.CallsOf(method).Where(creators.ContainsKey)
        .Select(callee => $"{NameOf(method)} calls {string.Join(", which calls ", CallChain(callee).Select(NameOf))}");

    private static string NameOf(MethodBase method) => $"{method.DeclaringType?.FullName}.{method.Name}";

    // A constructed layer will run, and containers call its forward without a visible call in our code.
    private static IEnumerable<MethodBase> CallsWithin(MethodBase method)
    {
        var calls = CallGraph.CallsOf(method).Where(callee => callee.Module == method.Module);
        return method is ConstructorInfo { DeclaringType: { IsAbstract: false } type } && type.IsSubclassOf(typeof(nn.Module))
            ? calls.Concat(type.GetMethods(Instance).Where(member => member.Name == "forward").Select(CallGraph.Declaration))
            : calls;
    }

    private static bool CreatesScalar(MethodBase method) =>
        (method is ConstructorInfo && method.DeclaringType == typeof(Scalar))
            || (method is MethodInfo { ReturnType: var type } && type == typeof(Scalar));

    private IEnumerable<MethodBase> CallChain(MethodBase callee)
    {
        for (var method = callee; method is not null; method = creators[method])
            yield return method;
    }
}
