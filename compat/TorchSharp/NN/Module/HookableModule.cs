using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose call runs registered functions before and after <c>forward</c>.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly OrderedDict<string, TPreHook> preHooks = new();
            private readonly OrderedDict<string, TPostHook> postHooks = new();
            private readonly OrderedDict<string, Action<Module>> modulePreHooks = new();
            private readonly OrderedDict<string, Action<Module>> modulePostHooks = new();

            protected HookableModule(string name)
                : base(name)
            {
            }

            private protected bool HasHooks => preHooks.Count + postHooks.Count + modulePreHooks.Count + modulePostHooks.Count > 0;

            private protected IEnumerable<TPreHook> PreHooks => preHooks.Values;

            private protected IEnumerable<TPostHook> PostHooks => postHooks.Values;

            public HookRemover register_forward_hook(TPostHook hook) => Register(postHooks, hook);

            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(preHooks, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Register(modulePostHooks, hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(modulePreHooks, hook);

            private protected void RunModulePreHooks()
            {
                foreach (var hook in modulePreHooks.Values) hook(this);
            }

            private protected void RunModulePostHooks()
            {
                foreach (var hook in modulePostHooks.Values) hook(this);
            }

            private HookRemover Register<THook>(OrderedDict<string, THook> hooks, THook hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                _ = preHooks.Remove(key) || postHooks.Remove(key) || modulePreHooks.Remove(key) || modulePostHooks.Remove(key);
            }

            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                public void remove() => module.Remove(key);
            }
        }
    }
}
